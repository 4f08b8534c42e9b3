package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveTable;
import java.io.IOException;
import org.apache.flink.formats.parquet.ParquetBuilder;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * How a table's files are written: zstd, Bloom filters where single values are asked for, and bounded memory.
 *
 * <p>Parquet's library was made for Hadoop, and its classes name Hadoop's. With a configuration and a codec of other
 * origin it loads none of them to write and a dozen to read, which a test holds; so the job's jar has 1 MB of Hadoop's 50.
 */
public record ArchiveFormat(ArchiveTable table) implements ParquetBuilder<ArchiveRow> {
    /**
     * What a writer gathers, bytes, before it writes: one writer is open for each bucket. Small, because it is
     * compaction that brings a session's rows together.
     */
    private static final long ROW_GROUP_BYTES = 8L * 1024 * 1024;

    private static final int PAGE_BYTES = 256 * 1024;
    private static final int MOST_BLOOM_BYTES = 128 * 1024;

    @Override
    public ParquetWriter<ArchiveRow> createWriter(OutputFile file) throws IOException {
        ParquetRowWriter.Builder builder = new ParquetRowWriter.Builder(file, table)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new ZstandardCodecs())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withPageSize(PAGE_BYTES)
                // By default sizes are first looked at after a hundred rows, and a row may have 6 MiB.
                .withMinRowCountForPageSizeCheck(1)
                .withMaxBloomFilterBytes(MOST_BLOOM_BYTES)
                .withAdaptiveBloomFilterEnabled(true)
                // No two records are equal, and nobody asks for the smallest.
                .withDictionaryEncoding(ArchiveColumn.VALUE.columnName(), false)
                .withStatisticsEnabled(ArchiveColumn.VALUE.columnName(), false);
        table.columns().stream()
                .filter(ArchiveColumn::isLookedUp)
                .forEach(column -> builder.withBloomFilterEnabled(column.columnName(), true));
        return builder.build();
    }
}
