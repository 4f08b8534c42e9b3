package dev.ripcord.jobs;

import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.jobs.archive.ArchiveRow;
import dev.ripcord.jobs.archive.ArchiveSinks;
import dev.ripcord.jobs.kafka.KafkaSources;
import dev.ripcord.jobs.settings.ArchiveSettings;
import dev.ripcord.jobs.settings.ArchiveSettingsReader;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what the topics hold into Parquet files. A job of its own: a slow object store never delays a kill. */
public final class ArchiveJob {
    public static final String NAME = "ripcord-archive";

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveJob.class);

    private ArchiveJob() {}

    /** @param arguments {@code --KEY VALUE}, see {@link dev.ripcord.jobs.settings.ArchiveOptions} */
    public static void main(String... arguments) throws Exception {
        ArchiveSettings settings = ArchiveSettingsReader.read(arguments);
        LOG.info("Starting with {}", settings);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        build(environment, settings);
        environment.execute(NAME);
    }

    /** Adds the job to an environment, from the topics to the files. */
    public static void build(StreamExecutionEnvironment environment, ArchiveSettings settings) {
        ArchiveRuntime.configure(environment, settings);
        for (ArchiveTable table : ArchiveTable.values()) {
            DataStreamSource<ArchiveRow> rows = environment.fromSource(
                    KafkaSources.rows(table, settings.kafka()),
                    WatermarkStrategy.noWatermarks(),
                    table.topic().topicName());
            rows.uid("read-" + table.folder());
            if (table.isBucketed()) {
                spread(table, rows, settings);
            } else {
                gather(table, rows, settings);
            }
        }
    }

    /** Each bucket is written by one subtask, so that a checkpoint makes one file of it. */
    private static void spread(ArchiveTable table, DataStreamSource<ArchiveRow> rows, ArchiveSettings settings) {
        int buckets = settings.buckets();
        rows.partitionCustom(
                        (bucket, subtasks) -> bucket % subtasks,
                        row -> row.bucket(buckets).number())
                .sinkTo(ArchiveSinks.of(table, settings.root(), buckets))
                .uid("write-" + table.folder())
                .name(table.folder());
    }

    /** There are few of them. */
    private static void gather(ArchiveTable table, DataStreamSource<ArchiveRow> rows, ArchiveSettings settings) {
        rows.setParallelism(1)
                .sinkTo(ArchiveSinks.of(table, settings.root(), 1))
                .setParallelism(1)
                .uid("write-" + table.folder())
                .name(table.folder());
    }
}
