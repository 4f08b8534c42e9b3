package dev.ripcord.jobs.decide;

import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import dev.ripcord.jobs.serialization.TopicRecordLayout;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Key, value, time and offset of a record of {@code ripcord.acks}. */
public final class AcknowledgementRecordSerializer extends RecordSerializer<AcknowledgementRecord> {
    public static final AcknowledgementRecordSerializer INSTANCE = new AcknowledgementRecordSerializer();
    public static final SerializedType<AcknowledgementRecord> TYPE =
            new SerializedType<>(AcknowledgementRecord.class, INSTANCE);

    @Override
    public void serialize(AcknowledgementRecord record, DataOutputView target) throws IOException {
        TopicRecordLayout.write(record.key(), record.value(), record.kafkaTime(), record.offset(), target);
    }

    @Override
    public AcknowledgementRecord deserialize(DataInputView source) throws IOException {
        return TopicRecordLayout.read(source, AcknowledgementRecord::new);
    }

    @Override
    public TypeSerializerSnapshot<AcknowledgementRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Nothing to tell: the layout has one version. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<AcknowledgementRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
