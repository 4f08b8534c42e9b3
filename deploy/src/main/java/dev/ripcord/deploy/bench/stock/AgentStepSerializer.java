package dev.ripcord.deploy.bench.stock;

import dev.ripcord.jobs.detect.SessionKeySerializer;
import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The session, then three numbers: as small and as quick as flink-cep's state can be made. */
public final class AgentStepSerializer extends RecordSerializer<AgentStep> {
    static final AgentStepSerializer INSTANCE = new AgentStepSerializer();
    static final SerializedType<AgentStep> TYPE = new SerializedType<>(AgentStep.class, INSTANCE);

    @Override
    public void serialize(AgentStep step, DataOutputView target) throws IOException {
        SessionKeySerializer.INSTANCE.serialize(step.session(), target);
        target.writeLong(step.call());
        target.writeLong(step.state());
        target.writeLong(step.nanoDollars());
    }

    @Override
    public AgentStep deserialize(DataInputView source) throws IOException {
        return new AgentStep(
                SessionKeySerializer.INSTANCE.deserialize(source),
                source.readLong(),
                source.readLong(),
                source.readLong());
    }

    @Override
    public TypeSerializerSnapshot<AgentStep> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Nothing to tell: the layout has one version. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<AgentStep> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
