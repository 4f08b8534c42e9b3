package dev.ripcord.detection;

import static dev.ripcord.detection.Definitions.definition;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.userRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.pattern.Definition;
import dev.ripcord.session.Session;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A step that a definition does not see is as if it were not in the log. */
class SeenStepsTest {
    private static final String THREE_OF_A_CALL =
            "sequence: [{name: again, where: \"event.type == 'tool_invocation'\", times: 3, between: strict,"
                    + " same: [call.id]}]";

    private static final Definition CALLS = definition(
            "calls", "sees: \"event.type == 'tool_invocation'\"", THREE_OF_A_CALL, "within: 1h", "rearm: 1h");
    private static final Definition CALLS_SINCE_ASKED = definition(
            "calls-since-asked",
            "sees: \"event.type in ['tool_invocation', 'user_request']\"",
            THREE_OF_A_CALL,
            "within: 1h",
            "rearm: 1h");
    private static final Definition EVERYTHING = definition("everything", THREE_OF_A_CALL, "within: 1h", "rearm: 1h");
    private static final Definition BUT_THINKING = definition(
            "but-thinking",
            "parameters: {exempt: {default: think, description: the tool that counts for nothing}}",
            "sees: \"event.type == 'tool_invocation' && event.tool != params.exempt\"",
            THREE_OF_A_CALL,
            "within: 1h",
            "rearm: 1h");

    @Test
    void whatIsNotSeenDoesNotLieBetween() {
        var session = session("s").repeats(3, decision("look"), round -> call("read", "{file: x}"));

        assertThat(firesAt(CALLS, session)).containsExactly(5L);
        assertThat(firesAt(EVERYTHING, session)).isEmpty();
    }

    @Test
    void whatIsSeenEndsARow() {
        var session = session("s")
                .then(call("read", "{file: x}"), result("text"), call("read", "{file: x}"), userRequest("go on"))
                .then(call("read", "{file: x}"), call("read", "{file: x}"), call("read", "{file: x}"));

        assertThat(firesAt(CALLS, session)).containsExactly(4L);
        assertThat(firesAt(CALLS_SINCE_ASKED, session)).containsExactly(6L);
    }

    @Test
    void anExemptToolNeitherCountsNorEndsARow() {
        var session = session("s")
                .repeats(2, call("read", "{file: x}"), round -> call("think", "{}"))
                .then(call("read", "{file: x}"), call("think", "{}"), call("think", "{}"));

        assertThat(firesAt(BUT_THINKING, session)).containsExactly(4L);
        assertThat(firesAt(CALLS, session)).isEmpty();
    }

    private static List<Long> firesAt(Definition definition, Session session) {
        return Judging.inMemory(
                        PatternBook.enforcing(List.of(definition), Map.of()).at("default", Session.START))
                .judge(session.envelopes())
                .signals()
                .stream()
                .map(signal -> signal.position().offset())
                .toList();
    }
}
