package dev.ripcord.console.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.halt.HaltReader;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CatchingUpTest {
    private final HaltBoard board = new HaltBoard(HaltReader.trustingTheTopic(), false, 10);

    CatchingUpTest() {
        board.begins(Map.of(new TopicPartition("ripcord.halts", 0), 100L));
    }

    @Test
    void aGatewayThatIsBehindLetsNobodyForgetWhatTheTopicHolds() {
        assertThatThrownBy(() -> new CatchingUp(board, () -> 101).to(100))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has not yet read ripcord.halts as far as offset 100");
        var unanswered = new CatchingUp(board, () -> {
            throw new KafkaException("gone");
        });
        assertThatThrownBy(() -> unanswered.to(100))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Kafka does not say how far ripcord.halts goes: gone");
    }

    @Test
    void whatIsReadAndWhatATopicThatWasMadeAgainNeverHeldAreWaitedForNoLonger() {
        assertThatCode(() -> new CatchingUp(board, () -> 100).to(99)).doesNotThrowAnyException();
        assertThatCode(() -> new CatchingUp(board, () -> 100).to(100)).doesNotThrowAnyException();
    }
}
