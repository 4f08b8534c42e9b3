package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveSchema;
import dev.ripcord.archive.ArchiveTable;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands rows to Parquet, column by column. */
final class ParquetRowWriter extends WriteSupport<ArchiveRow> {
    private final ArchiveTable table;
    private final List<ArchiveColumn> columns;
    private RecordConsumer consumer;

    private ParquetRowWriter(ArchiveTable table) {
        this.table = table;
        this.columns = table.columns();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(ParquetSchema.of(table), Map.of(ArchiveSchema.METADATA_KEY, ArchiveSchema.VERSION));
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract still.
    public WriteContext init(Configuration ofHadoop) {
        throw new UnsupportedOperationException("the archive is written without Hadoop");
    }

    @Override
    public void prepareForWrite(RecordConsumer target) {
        consumer = target;
    }

    @Override
    public void write(ArchiveRow row) {
        consumer.startMessage();
        for (int index = 0; index < columns.size(); index++) {
            ArchiveColumn column = columns.get(index);
            Object value = row.value(column);
            if (value != null) {
                consumer.startField(column.columnName(), index);
                write(column, value);
                consumer.endField(column.columnName(), index);
            }
        }
        consumer.endMessage();
    }

    private void write(ArchiveColumn column, Object value) {
        switch (column.type()) {
            case INT -> consumer.addInteger((Integer) value);
            case LONG -> consumer.addLong((Long) value);
            case TEXT, BYTES -> consumer.addBinary(Binary.fromConstantByteArray((byte[]) value));
        }
    }

    /** Parquet asks for it in this form. */
    static final class Builder extends ParquetWriter.Builder<ArchiveRow, Builder> {
        private final ArchiveTable table;

        Builder(OutputFile file, ArchiveTable table) {
            super(file);
            this.table = table;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<ArchiveRow> getWriteSupport(ParquetConfiguration configuration) {
            return new ParquetRowWriter(table);
        }

        @Override
        @SuppressWarnings("deprecation") // Abstract still.
        protected WriteSupport<ArchiveRow> getWriteSupport(Configuration ofHadoop) {
            return new ParquetRowWriter(table);
        }
    }
}
