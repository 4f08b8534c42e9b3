package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveFolder;
import dev.ripcord.archive.ArchiveTable;
import java.net.URI;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.formats.parquet.ParquetWriterFactory;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;

/** Files that are finished, and shown, with the checkpoint that their records belong to: each record once. */
public final class ArchiveSinks {
    private ArchiveSinks() {}

    /** @param buckets over how many folders a day's records are spread */
    public static FileSink<ArchiveRow> of(ArchiveTable table, URI root, int buckets) {
        return FileSink.forBulkFormat(
                        new Path(new Path(root), table.folder()), new ParquetWriterFactory<>(new ArchiveFormat(table)))
                .withBucketAssigner(new ArchiveFolders(buckets))
                .withRollingPolicy(new ArchiveRolling())
                .withBucketCheckInterval(ArchiveRolling.SILENCE.toMillis())
                .withOutputFileConfig(OutputFileConfig.builder()
                        .withPartPrefix("part")
                        .withPartSuffix(ArchiveFolder.SUFFIX)
                        .build())
                .build();
    }
}
