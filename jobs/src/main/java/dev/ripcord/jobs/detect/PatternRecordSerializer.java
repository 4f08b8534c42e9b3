package dev.ripcord.jobs.detect;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Key, value, time and offset of a record of {@code ripcord.patterns}. */
public final class PatternRecordSerializer extends RecordSerializer<PatternRecord> {
    public static final PatternRecordSerializer INSTANCE = new PatternRecordSerializer();
    public static final SerializedType<PatternRecord> TYPE = new SerializedType<>(PatternRecord.class, INSTANCE);

    private static final int NO_VALUE = -1;

    @Override
    public void serialize(PatternRecord pattern, DataOutputView target) throws IOException {
        target.writeUTF(pattern.key());
        target.writeLong(pattern.kafkaTime());
        target.writeLong(pattern.offset());
        target.writeInt(pattern.value() == null ? NO_VALUE : pattern.value().length);
        if (pattern.value() != null) {
            target.write(pattern.value());
        }
    }

    @Override
    public PatternRecord deserialize(DataInputView source) throws IOException {
        String key = source.readUTF();
        long kafkaTime = source.readLong();
        long offset = source.readLong();
        int length = source.readInt();
        byte[] value = length == NO_VALUE ? null : new byte[length];
        if (value != null) {
            source.readFully(value);
        }
        return new PatternRecord(key, value, kafkaTime, offset);
    }

    @Override
    public TypeSerializerSnapshot<PatternRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Nothing to tell: the layout has one version. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<PatternRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
