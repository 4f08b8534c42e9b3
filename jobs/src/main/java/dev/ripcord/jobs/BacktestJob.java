package dev.ripcord.jobs;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.VolatileFields;
import dev.ripcord.jobs.archive.ArchiveRow;
import dev.ripcord.jobs.archive.ArchiveTables;
import dev.ripcord.jobs.backtest.ArchivedControl;
import dev.ripcord.jobs.backtest.ArchivedPatterns;
import dev.ripcord.jobs.backtest.JudgeHistory;
import dev.ripcord.jobs.control.ControlTrust;
import dev.ripcord.jobs.detect.ControlInput;
import dev.ripcord.jobs.detect.SessionKeySerializer;
import dev.ripcord.jobs.ingest.DeadLetters;
import dev.ripcord.jobs.ingest.DecodeEvents;
import dev.ripcord.jobs.ingest.DigestedEventSerializer;
import dev.ripcord.jobs.ingest.RawRecord;
import dev.ripcord.jobs.ingest.RawRecordSerializer;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.jobs.settings.BacktestSettings;
import dev.ripcord.jobs.settings.BacktestSettingsReader;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.Position;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.BasePathBucketAssigner;

/**
 * The guard's detection over an archive, as a bounded job: for histories beyond one machine. It gives the signals that
 * the guard gave, with the definitions, activations and releases of then, byte for byte.
 */
public final class BacktestJob {
    public static final String NAME = "ripcord-backtest";

    private static final List<ArchiveColumn> OF_EVENTS =
            List.of(ArchiveColumn.PARTITION, ArchiveColumn.OFFSET, ArchiveColumn.KAFKA_TIME, ArchiveColumn.VALUE);

    private BacktestJob() {}

    /** @param arguments {@code --KEY VALUE}, see {@link dev.ripcord.jobs.settings.BacktestOptions} */
    public static void main(String... arguments) throws Exception {
        BacktestSettings settings = BacktestSettingsReader.read(arguments);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        build(environment, settings);
        environment.execute(NAME);
    }

    /** Adds the job to an environment, which is in batch mode from then on. */
    public static void build(StreamExecutionEnvironment environment, BacktestSettings settings) {
        environment.setRuntimeMode(RuntimeExecutionMode.BATCH);
        var control = new ControlInput(
                new ArchivedControl(settings.root()), ControlTrust.of(settings.trusted()), Duration.ZERO);
        events(environment, settings)
                .keyBy(DigestedEvent::session, SessionKeySerializer.TYPE)
                .process(
                        new JudgeHistory(new ArchivedPatterns(settings.root()), control, settings.detection()),
                        JsonSerializer.typeOf(Signal.class))
                .name("judge")
                .map(Json::text, Types.STRING)
                .sinkTo(sink(settings))
                .setParallelism(1)
                .name("signals");
    }

    private static DataStream<DigestedEvent> events(StreamExecutionEnvironment environment, BacktestSettings settings) {
        // A record's time is its offset: Flink sorts each session by it, and that is the log's order.
        WatermarkStrategy<ArchiveRow> inTheLogsOrder = WatermarkStrategy.<ArchiveRow>noWatermarks()
                .withTimestampAssigner((row, none) -> (Long) row.value(ArchiveColumn.OFFSET));
        return environment
                .fromSource(
                        ArchiveTables.source(settings.root(), ArchiveTable.EVENTS, OF_EVENTS),
                        inTheLogsOrder,
                        "archive")
                .map(BacktestJob::raw, RawRecordSerializer.TYPE)
                .process(new DecodeEvents(new DeadLetters(false), VolatileFields.DEFAULT), DigestedEventSerializer.TYPE)
                .name("decode");
    }

    private static RawRecord raw(ArchiveRow row) {
        Position position =
                new Position((Integer) row.value(ArchiveColumn.PARTITION), (Long) row.value(ArchiveColumn.OFFSET));
        return new RawRecord(
                position, (Long) row.value(ArchiveColumn.KAFKA_TIME), (byte[]) row.value(ArchiveColumn.VALUE));
    }

    private static FileSink<String> sink(BacktestSettings settings) {
        return FileSink.forRowFormat(new Path(settings.output()), new SimpleStringEncoder<String>("UTF-8"))
                .withBucketAssigner(new BasePathBucketAssigner<>())
                .withOutputFileConfig(OutputFileConfig.builder()
                        .withPartPrefix("signals")
                        .withPartSuffix(".jsonl")
                        .build())
                .build();
    }
}
