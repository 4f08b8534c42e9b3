package dev.ripcord.console.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.Scope;
import dev.ripcord.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ReadBackTest {
    private static final Scope SCOPE = Scope.parse("session/default/s");

    private final HaltBoard board = new HaltBoard(HaltReader.trustingTheTopic(), false, 10);
    private final ReadBack readBack = new ReadBack(board);

    @Test
    void whatHasNotComeBackIsNotSaidToStand() {
        assertThatThrownBy(() -> readBack.of(SCOPE, halt("a", "maria")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("session/default/s/operator is written, but this gateway has not read it back");
    }

    @Test
    void whereAnotherOperatorWasFasterItIsSaidWhose() {
        read(halt("b", "paul"));
        assertThatThrownBy(() -> readBack.of(SCOPE, halt("a", "maria")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another operator's record stands: that of paul");
        assertThatCode(() -> readBack.of(SCOPE, halt("b", "paul"))).doesNotThrowAnyException();
    }

    private void read(Halt halt) {
        byte[] key = halt.key().getBytes(StandardCharsets.UTF_8);
        board.read(new ConsumerRecord<>("ripcord.halts", 0, 0, key, Json.bytes(halt)));
    }

    private static Halt halt(String id, String who) {
        Actor actor = new Actor(Actor.Kind.PERSON, who);
        return Halt.byOperator(id.repeat(32), SCOPE, "looks wrong", actor, 7, null, List.of());
    }
}
