package dev.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void withinAPartitionALargerOffsetIsLater() {
        assertThat(new Position(0, 9)).isLessThan(new Position(0, 10)).isEqualByComparingTo(new Position(0, 9));
        assertThat(new Position(3, 1288)).hasToString("3:1288");
    }

    @Test
    void twoSessionsNeverShareAKey() {
        assertThat(new SessionKey("default", "invoice-9").key()).isEqualTo("default/invoice-9");
        assertThat(new SessionKey("a/b", "c").key()).isEqualTo("a%2Fb/c");
        assertThat(new SessionKey("a", "b/c").key()).isEqualTo("a/b%2Fc");
        assertThat(new SessionKey("a", "b%2Fc").key()).isEqualTo("a/b%252Fc");
    }

    @Test
    void anEnvelopeStandsForItsRecord() {
        Event event = ValidEvent.read(ValidEvent.with("agent_id", "\"a\""));
        Envelope envelope = new Envelope(new Position(0, 1), 7, event, new byte[] {1});

        assertThat(envelope).isEqualTo(new Envelope(new Position(0, 1), 7, event, new byte[] {2}));
        assertThat(envelope).isNotEqualTo(new Envelope(new Position(0, 2), 7, event, new byte[] {1}));
        assertThat(envelope).isNotEqualTo(new Envelope(new Position(0, 1), 8, event, new byte[] {1}));
        assertThat(envelope).hasToString("0:1 default/invoice-9 tool_invocation");
    }
}
