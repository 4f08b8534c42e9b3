package dev.ripcord.jobs.ingest;

import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import dev.ripcord.topic.Position;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Position, time and bytes, in that order. */
public final class RawRecordSerializer extends RecordSerializer<RawRecord> {
    public static final RawRecordSerializer INSTANCE = new RawRecordSerializer();
    public static final SerializedType<RawRecord> TYPE = new SerializedType<>(RawRecord.class, INSTANCE);

    private static final int NO_VALUE = -1;

    @Override
    public void serialize(RawRecord raw, DataOutputView target) throws IOException {
        target.writeInt(raw.position().partition());
        target.writeLong(raw.position().offset());
        target.writeLong(raw.kafkaTime());
        target.writeInt(raw.value() == null ? NO_VALUE : raw.value().length);
        if (raw.value() != null) {
            target.write(raw.value());
        }
    }

    @Override
    public RawRecord deserialize(DataInputView source) throws IOException {
        Position position = new Position(source.readInt(), source.readLong());
        long kafkaTime = source.readLong();
        int length = source.readInt();
        byte[] value = length == NO_VALUE ? null : new byte[length];
        if (value != null) {
            source.readFully(value);
        }
        return new RawRecord(position, kafkaTime, value);
    }

    @Override
    public TypeSerializerSnapshot<RawRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Nothing to tell: the layout has one version. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<RawRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
