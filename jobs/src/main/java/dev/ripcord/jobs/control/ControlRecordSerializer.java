package dev.ripcord.jobs.control;

import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import dev.ripcord.jobs.serialization.TopicRecordLayout;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Key, value, time and offset of a record of {@code ripcord.halts}. */
public final class ControlRecordSerializer extends RecordSerializer<ControlRecord> {
    public static final ControlRecordSerializer INSTANCE = new ControlRecordSerializer();
    public static final SerializedType<ControlRecord> TYPE = new SerializedType<>(ControlRecord.class, INSTANCE);

    @Override
    public void serialize(ControlRecord record, DataOutputView target) throws IOException {
        TopicRecordLayout.write(record.key(), record.value(), record.kafkaTime(), record.offset(), target);
    }

    @Override
    public ControlRecord deserialize(DataInputView source) throws IOException {
        return TopicRecordLayout.read(source, ControlRecord::new);
    }

    @Override
    public TypeSerializerSnapshot<ControlRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Nothing to tell: the layout has one version. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ControlRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
