package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveColumn;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/**
 * Reads files of the archive in a bounded job.
 *
 * @param columns that are wanted; the others are not read
 */
public record ArchiveRowFormat(List<ArchiveColumn> columns) implements StreamFormat<ArchiveRow> {
    @Override
    public Reader<ArchiveRow> createReader(Configuration none, FSDataInputStream stream, long length, long end)
            throws IOException {
        return ParquetRows.of(new StreamedFile(stream, length), columns);
    }

    /** A bounded job that fails reads its files anew: no position within one is ever stored. */
    @Override
    public Reader<ArchiveRow> restoreReader(
            Configuration none, FSDataInputStream stream, long restored, long length, long end) {
        throw new UnsupportedOperationException("files of the archive are read from their beginning");
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<ArchiveRow> getProducedType() {
        return ArchiveRowSerializer.TYPE;
    }
}
