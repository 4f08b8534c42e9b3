package dev.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.json.Json;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IdentityTest {
    @Test
    void theEventIdAloneDecides() {
        assertThat(identity("e1", "t1", "s1", "message", 1, "hello"))
                .isEqualTo(identity("e1", "t2", null, "routing", 2, "other"))
                .isNotEqualTo(identity("e2", "t1", "s1", "message", 1, "hello"));
    }

    @Test
    void withoutAnEventIdTraceSpanAndTypeDecide() {
        OptionalLong identity = identity(null, "t1", "s1", "message", 1, "hello");

        assertThat(identity).isPresent().isEqualTo(identity(null, "t1", "s1", "message", 2, "other"));
        assertThat(identity).isNotEqualTo(identity(null, "t2", "s1", "message", 1, "hello"));
        assertThat(identity).isNotEqualTo(identity(null, "t1", "s2", "message", 1, "hello"));
        assertThat(identity).isNotEqualTo(identity(null, "t1", "s1", "routing", 1, "hello"));
    }

    @Test
    void withATraceAloneTraceTimeTypeAndPayloadDecide() {
        OptionalLong identity = identity(null, "t1", null, "message", 1, "hello");

        assertThat(identity).isPresent().isEqualTo(identity(null, "t1", null, "message", 1, "hello"));
        assertThat(identity).isNotEqualTo(identity(null, "t2", null, "message", 1, "hello"));
        assertThat(identity).isNotEqualTo(identity(null, "t1", null, "routing", 1, "hello"));
        assertThat(identity).isNotEqualTo(identity(null, "t1", null, "message", 2, "hello"));
        assertThat(identity).isNotEqualTo(identity(null, "t1", null, "message", 1, "other"));
    }

    @Test
    void withNoneOfTheseAnEventHasNoIdentity() {
        assertThat(identity(null, null, null, "message", 1, "hello")).isEmpty();
        assertThat(identity(null, null, "s1", "message", 1, "hello")).isEmpty();
    }

    @Test
    void theBorderBetweenTwoPartsCounts() {
        assertThat(identity(null, "ab", "c", "message", 1, "hello"))
                .isNotEqualTo(identity(null, "a", "bc", "message", 1, "hello"));
    }

    /** Identities are kept in state: a savepoint of today must drop the retries of tomorrow. */
    @Test
    void identitiesNeverChange() {
        assertThat(List.of(
                        identity("e1", null, null, "message", 1, "hello"),
                        identity(null, "t1", "s1", "message", 1, "hello"),
                        identity(null, "t1", null, "message", 1, "hello")))
                .extracting(OptionalLong::getAsLong)
                .containsExactly(-8941546334016030134L, 8478152355258389883L, 3792930278879716564L);
    }

    private static OptionalLong identity(
            String eventId, String trace, String span, String type, long timestamp, String content) {
        var event = Json.MAPPER.createObjectNode();
        event.put("event_type", type)
                .put("session_id", "s")
                .put("agent_id", "a")
                .put("timestamp", timestamp);
        event.put("event_id", eventId).put("trace_id", trace).put("span_id", span);
        event.putObject("payload").put("content", content);
        return Identity.of(ValidEvent.read(Json.bytes(event)));
    }
}
