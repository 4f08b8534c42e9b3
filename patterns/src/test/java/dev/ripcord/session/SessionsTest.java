package dev.ripcord.session;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.cost;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.error;
import static dev.ripcord.session.Sessions.handoff;
import static dev.ripcord.session.Sessions.log;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.event.Event;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionsTest {
    @Test
    void aSessionIsWrittenAsItIsRead() {
        List<Event> events = session("invoice-9")
                .agent("validator")
                .tenant("acme")
                .parent("batch-1")
                .then(decision("check: the status"))
                .repeats(2, call("stripe_api.get_status", "{ref: obj_1288}"), result("{state: pending_review}"))
                .then(end())
                .events();

        assertThat(events)
                .extracting(Event::type)
                .containsExactly(
                        "planner_decision",
                        "tool_invocation",
                        "tool_response",
                        "tool_invocation",
                        "tool_response",
                        "session_end");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.session()).isEqualTo(new SessionKey("acme", "invoice-9"));
            assertThat(event.agent()).isEqualTo("validator");
            assertThat(event.origin().parentSession()).contains("batch-1");
        });
        assertThat(events.get(0).payload()).hasToString("{\"decision\":\"check: the status\"}");
        assertThat(events.get(1).payload().value("tool_args")).hasToString("Optional[{\"ref\":\"obj_1288\"}]");
        assertThat(events.get(2).payload().text("tool_name")).contains("stripe_api.get_status");
    }

    @Test
    void timePassesByTheGapAndByWhatIsWaited() {
        List<Envelope> envelopes = session("s")
                .every(Duration.ofMillis(10))
                .then(state("0e1"), state("no"))
                .after(Duration.ofHours(7))
                .clockAhead(Duration.ofMinutes(1))
                .then(cost("0.000000001"))
                .envelopes(3, 100);

        assertThat(envelopes)
                .extracting(Envelope::position)
                .containsExactly(new Position(3, 100), new Position(3, 101), new Position(3, 102));
        assertThat(envelopes)
                .extracting(envelope -> envelope.kafkaTime() - Session.START)
                .containsExactly(0L, 10L, 20 + Duration.ofHours(7).toMillis());
        assertThat(envelopes)
                .extracting(envelope -> envelope.event().timestamp() - envelope.kafkaTime())
                .containsExactly(0L, 0L, 60_000L);
        assertThat(envelopes.get(0).event().payload()).hasToString("{\"state_snapshot_hash\":\"0e1\"}");
        assertThat(envelopes.get(2).event().payload().nanoDollars("cost_usd")).hasValue(1);
    }

    @Test
    void whatAnEventSaysItselfWinsOverItsSession() {
        List<Event> events = session("s")
                .then(call("search").id("retry-1").by("other").stamped(7))
                .then(error("timeout").without("tool_name"))
                .then(handoff("planner", "writer", "draft"))
                .withoutIds()
                .then(end())
                .events();

        assertThat(events.get(0).origin().eventId()).contains("retry-1");
        assertThat(events.get(0).agent()).isEqualTo("other");
        assertThat(events.get(0).timestamp()).isEqualTo(7_000);
        assertThat(events.get(1).payload().text("tool_name")).isEmpty();
        assertThat(events.get(1).origin().eventId()).contains("s-2");
        assertThat(events.get(2).agent()).isEqualTo("planner");
        assertThat(events.get(3).origin().eventId()).isEmpty();
    }

    @Test
    void sessionsInterleaveByTheBrokersTimeInOneLog() {
        List<Envelope> log = log(
                session("a").repeats(2, end()),
                session("b").at(Session.START + 500).repeats(2, end()));

        assertThat(log)
                .extracting(envelope -> envelope.event().session().session())
                .containsExactly("a", "b", "a", "b");
        assertThat(log).extracting(envelope -> envelope.position().offset()).containsExactly(0L, 1L, 2L, 3L);
    }
}
