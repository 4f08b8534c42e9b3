package dev.ripcord.jobs.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.decision.ScopeDecisions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class ScopeDecisionsSerializerTest {
    private final DataOutputSerializer target = new DataOutputSerializer(64);

    @Test
    void whatWasKeptBeforeHaltsWereFollowedIsStillRead() throws IOException {
        target.writeByte(1);
        target.writeInt(2);
        target.writeUTF("a");
        target.writeUTF("b");
        target.writeInt(1);
        target.writeUTF("identical-call");
        target.writeLong(41);
        target.writeLong(42);

        assertThat(read()).isEqualTo(ScopeDecisions.of(List.of("a", "b"), Map.of("identical-call", 41L), 42));
    }

    @Test
    void keysOfALaterVersionAreReadPast() throws IOException {
        byte[] json = "{\"halted_at\":{\"x\":1},\"a_later_key\":{\"deep\":[1]}}".getBytes();
        target.writeByte(2);
        target.writeInt(json.length);
        target.write(json);

        assertThat(read().haltedAt()).containsEntry("x", 1L);
    }

    @Test
    void anotherVersionIsRefusedWithItsNumber() throws IOException {
        target.writeByte(3);

        assertThatThrownBy(this::read).hasMessage("decisions of version 3; this Ripcord reads versions 1 to 2");
    }

    private ScopeDecisions read() throws IOException {
        return ScopeDecisionsSerializer.INSTANCE.deserialize(new DataInputDeserializer(target.getCopyOfBuffer()));
    }
}
