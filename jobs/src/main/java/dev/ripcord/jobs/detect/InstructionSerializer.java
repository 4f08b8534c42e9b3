package dev.ripcord.jobs.detect;

import dev.ripcord.jobs.control.ControlRecordSerializer;
import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Whether it is a pattern, then the record. Instructions travel between operators; the records in them are state. */
public final class InstructionSerializer extends RecordSerializer<Instruction> {
    public static final SerializedType<Instruction> TYPE =
            new SerializedType<>(Instruction.class, new InstructionSerializer());

    @Override
    public void serialize(Instruction instruction, DataOutputView target) throws IOException {
        target.writeBoolean(instruction instanceof Instruction.OfPattern);
        if (instruction instanceof Instruction.OfPattern pattern) {
            PatternRecordSerializer.INSTANCE.serialize(pattern.record(), target);
        } else if (instruction instanceof Instruction.OfControl control) {
            ControlRecordSerializer.INSTANCE.serialize(control.record(), target);
        }
    }

    @Override
    public Instruction deserialize(DataInputView source) throws IOException {
        return source.readBoolean()
                ? new Instruction.OfPattern(PatternRecordSerializer.INSTANCE.deserialize(source))
                : new Instruction.OfControl(ControlRecordSerializer.INSTANCE.deserialize(source));
    }

    @Override
    public TypeSerializerSnapshot<Instruction> snapshotConfiguration() {
        throw new UnsupportedOperationException("instructions travel between operators, they are not state");
    }
}
