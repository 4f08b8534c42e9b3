package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.session.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which call a response answers shows in the facts that it repeats: here, how often its call was made. */
class OpenCallsTest {
    @Test
    void aRequestRefFindsItsCallAmongOthersOfTheTool() {
        var folded = fold(session("a")
                .then(call("read", "{file: x}"))
                .then(
                        call("read", "{file: x}").answering("second"),
                        call("read", "{file: y}").answering("third"))
                .then(response("read").answering("second")));

        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(2L);
    }

    @Test
    void aResponseWithoutToolNameIsFoundByItsRequestRef() {
        var folded = fold(session("a")
                .then(call("read").answering("r1"), call("list").answering("r2"))
                .then(response("read").without("tool_name").answering("r1")));

        assertThat(folded.last(Fact.OUTCOME_COUNT)).isEqualTo(1L);
        assertThat(folded.last(Fact.ERROR_TOOL_IN_A_ROW)).isEqualTo(0L);
    }

    @Test
    void withoutRequestRefTheLatestCallOfTheToolAndStepIsAnswered() {
        var folded = fold(session("a")
                .then(call("read", "{file: x}").with("caller_step", "1"))
                .then(call("read", "{file: x}").with("caller_step", "2"))
                .then(call("read", "{file: y}").with("caller_step", "3"))
                .then(response("read").with("caller_step", "2")));

        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(2L);
    }

    @Test
    void elseTheLatestCallOfTheToolIsAnswered() {
        var folded = fold(session("a")
                .then(call("read", "{file: x}"), call("read", "{file: x}"), call("list"))
                .then(response("read")));

        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(2L);
    }

    @Test
    void argumentsThatTheResponseRepeatsTellCallsOfOneToolApart() {
        var folded = fold(session("a")
                .then(call("read", "{file: x}"), call("read", "{file: x}"), call("read", "{file: y}"))
                .then(response("read").with("tool_args", "{file: x}")));

        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(2L);
        assertThat(folded.last(Fact.SESSION_CALLS)).isEqualTo(3L);
    }

    @Test
    void aCallIsAnsweredOnce() {
        var folded = fold(session("a").then(call("read"), response("read"), response("read")));

        assertThat(folded.known(Fact.OUTCOME_COUNT)).containsExactly(1L);
    }

    @Test
    void aContradictingRequestRefIsNotItsCall() {
        var folded = fold(
                session("a").then(call("read").answering("r1"), response("read").answering("r2")));

        assertThat(folded.known(Fact.OUTCOME_COUNT)).isEmpty();
    }

    @Test
    void aResponseOfAnotherToolIsNotItsAnswerEvenWithTheSameRequestRef() {
        var folded = fold(session("a")
                .then(call("read").answering("task-1"), call("list").answering("task-1"))
                .then(response("read").answering("task-1"), response("list").answering("task-1")));

        assertThat(folded.known(Fact.OUTCOME_COUNT)).containsExactly(1L, 1L);
    }

    @Test
    void only64CallsWaitForTheirAnswer() {
        var folded = fold(session("a")
                .then(call("read").answering("old"), call("read").answering("kept"))
                .repeats(63, round -> List.of(call("list").answering("r" + round)))
                .then(response("read").answering("old"), response("read").answering("kept")));

        assertThat(folded.known(Fact.OUTCOME_COUNT)).containsExactly(1L);
        assertThat(folded.last(Fact.OUTCOME_COUNT)).isEqualTo(1L);
    }

    @Test
    void theAnswerToATalkingToolTalksToo() {
        var answer = response("send_msg_to_user").without("tool_name").answering("r1");
        var folded =
                fold(session("a").then(call("send_msg_to_user", "{text: hi}").answering("r1"), answer));

        assertThat(folded.known(Fact.OUTCOME_COUNT)).isEmpty();
        assertThat(folded.known(Fact.ERROR_IN_A_ROW)).isEmpty();
        assertThat(folded.known(Fact.ERROR_IS)).containsExactly(false);
    }

    private static Draft response(String tool) {
        return event("tool_response").with("tool_name", tool).with("tool_result", "text");
    }
}
