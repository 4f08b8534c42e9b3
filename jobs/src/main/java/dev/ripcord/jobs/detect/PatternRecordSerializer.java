package dev.ripcord.jobs.detect;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import dev.ripcord.jobs.serialization.TopicRecordLayout;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Key, value, time and offset of a record of {@code ripcord.patterns}. */
public final class PatternRecordSerializer extends RecordSerializer<PatternRecord> {
    public static final PatternRecordSerializer INSTANCE = new PatternRecordSerializer();
    public static final SerializedType<PatternRecord> TYPE = new SerializedType<>(PatternRecord.class, INSTANCE);

    @Override
    public void serialize(PatternRecord pattern, DataOutputView target) throws IOException {
        TopicRecordLayout.write(pattern.key(), pattern.value(), pattern.kafkaTime(), pattern.offset(), target);
    }

    @Override
    public PatternRecord deserialize(DataInputView source) throws IOException {
        return TopicRecordLayout.read(source, PatternRecord::new);
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
