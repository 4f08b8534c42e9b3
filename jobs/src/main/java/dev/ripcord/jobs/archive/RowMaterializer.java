package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveColumn;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Gathers the values that Parquet reads into rows. */
final class RowMaterializer extends RecordMaterializer<ArchiveRow> {
    private final List<Converter> columns;
    private ArchiveRow row;

    RowMaterializer(MessageType requested) {
        columns = requested.getFields().stream()
                .map(RowMaterializer::column)
                .<Converter>map(column -> new Value(column))
                .toList();
    }

    private static ArchiveColumn column(Type field) {
        return ArchiveColumn.valueOf(field.getName().toUpperCase(Locale.ROOT));
    }

    @Override
    public ArchiveRow getCurrentRecord() {
        return row;
    }

    @Override
    public GroupConverter getRootConverter() {
        return new GroupConverter() {
            @Override
            public Converter getConverter(int index) {
                return columns.get(index);
            }

            @Override
            public void start() {
                row = new ArchiveRow();
            }

            @Override
            public void end() {}
        };
    }

    private final class Value extends PrimitiveConverter {
        private final ArchiveColumn column;

        Value(ArchiveColumn column) {
            this.column = column;
        }

        @Override
        public void addBinary(Binary value) {
            row.put(column, value.getBytes());
        }

        @Override
        public void addInt(int value) {
            row.number(column, value);
        }

        @Override
        public void addLong(long value) {
            row.number(column, value);
        }
    }
}
