package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Column by column: whether there is a value, then the value. Rows travel between operators of the same job only. */
public final class ArchiveRowSerializer extends RecordSerializer<ArchiveRow> {
    public static final SerializedType<ArchiveRow> TYPE =
            new SerializedType<>(ArchiveRow.class, new ArchiveRowSerializer());

    private static final ArchiveColumn[] COLUMNS = ArchiveColumn.values();

    @Override
    public void serialize(ArchiveRow row, DataOutputView target) throws IOException {
        for (ArchiveColumn column : COLUMNS) {
            Object value = row.value(column);
            target.writeBoolean(value != null);
            if (value != null) {
                write(column, value, target);
            }
        }
    }

    private static void write(ArchiveColumn column, Object value, DataOutputView target) throws IOException {
        switch (column.type()) {
            case INT -> target.writeInt((Integer) value);
            case LONG -> target.writeLong((Long) value);
            case TEXT, BYTES -> {
                byte[] bytes = (byte[]) value;
                target.writeInt(bytes.length);
                target.write(bytes);
            }
        }
    }

    @Override
    public ArchiveRow deserialize(DataInputView source) throws IOException {
        ArchiveRow row = new ArchiveRow();
        for (ArchiveColumn column : COLUMNS) {
            if (source.readBoolean()) {
                row.put(column, read(column, source));
            }
        }
        return row;
    }

    private static Object read(ArchiveColumn column, DataInputView source) throws IOException {
        return switch (column.type()) {
            case INT -> source.readInt();
            case LONG -> source.readLong();
            case TEXT, BYTES -> {
                byte[] bytes = new byte[source.readInt()];
                source.readFully(bytes);
                yield bytes;
            }
        };
    }

    @Override
    public TypeSerializerSnapshot<ArchiveRow> snapshotConfiguration() {
        throw new UnsupportedOperationException("a row travels between operators, it is not state");
    }
}
