package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallFactsTest {
    @Test
    void theSameCallIsCountedInTotalAndInARow() {
        var folded = fold(session("a")
                .then(call("read", "{file: x}"), call("read", "{file: x}"), call("read", "{file: y}"))
                .then(call("read", "{file: x}")));

        assertThat(folded.known(Fact.CALL_COUNT)).containsExactly(1L, 2L, 1L, 3L);
        assertThat(folded.known(Fact.CALL_IN_A_ROW)).containsExactly(1L, 2L, 1L, 1L);
        assertThat(folded.known(Fact.CALL_TOOL_IN_A_ROW)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void theOrderOfKeysAndTheSpellingOfNumbersDoNotMakeAnotherCall() {
        var folded = fold(session("a")
                .then(call("pay", "{amount: 1, to: {iban: x, name: y}}"))
                .then(call("pay", "{to: {name: y, iban: x}, amount: 1.0}")));

        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(2L);
    }

    @Test
    void argumentsGivenAsJsonInAStringAreTheSameCall() {
        var folded = fold(session("a").then(call("pay", "{amount: 1}"), call("pay", "'{ \"amount\" : 1.0 }'")));

        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(2L);
    }

    @Test
    void aFreshRequestIdDoesNotMakeAnotherCall() {
        var folded =
                fold(session("a").repeats(3, round -> List.of(call("pay", "{to: x, request_id: r" + round + "}"))));

        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(3L);
    }

    @Test
    void volatileFieldsCountBelowTheTopLevel() {
        var below =
                fold(session("a").repeats(2, round -> List.of(call("pay", "{order: {request_id: r" + round + "}}"))));

        assertThat(below.known(Fact.CALL_COUNT)).containsExactly(1L, 1L);
    }

    @Test
    void theResponseRepeatsTheFactsOfTheInvocationThatItAnswers() {
        var folded = fold(session("a")
                .then(call("read", "{file: x}"), call("read", "{file: x}").answering("r1"))
                .then(call("list"), result("done").answering("r1").with("tool_name", "read")));

        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(2L);
        assertThat(folded.last(Fact.CALL_IN_A_ROW)).isEqualTo(2L);
    }

    @Test
    void onlyTheLatest64CallsAreRecent() {
        var folded = fold(session("a")
                .then(call("poll"))
                .repeats(63, round -> List.of(call("read", "{file: " + round + "}")))
                .then(call("poll"), call("poll")));

        assertThat(folded.at(65, Fact.CALL_RECENT)).isEqualTo(1L);
        assertThat(folded.at(66, Fact.CALL_RECENT)).isEqualTo(2L);
        assertThat(folded.at(66, Fact.CALL_COUNT)).isEqualTo(3L);
    }

    @Test
    void withoutArgumentsOnlyTheToolIsKnown() {
        var folded = fold(session("a").repeats(3, call("read").without("tool_args")));

        assertThat(folded.known(Fact.CALL_COUNT)).isEmpty();
        assertThat(folded.known(Fact.CALL_IN_A_ROW)).isEmpty();
        assertThat(folded.known(Fact.LOOP_PERIOD)).isEmpty();
        assertThat(folded.known(Fact.CALL_TOOL_IN_A_ROW)).containsExactly(1L, 2L, 3L);
        assertThat(folded.last(Fact.SESSION_CALLS)).isEqualTo(3L);
    }

    @Test
    void aCallWithoutArgumentsEndsARow() {
        var folded = fold(session("a").then(call("read"), call("read").without("tool_args"), call("read")));

        assertThat(folded.known(Fact.CALL_IN_A_ROW)).containsExactly(1L, 1L);
    }

    @Test
    void noArgumentsAreArgumentsToo() {
        assertThat(fold(session("a").repeats(2, call("status", "{}"))).last(Fact.CALL_COUNT))
                .isEqualTo(2L);
    }

    @Test
    void talkingToTheUserNeitherCountsNorEndsARow() {
        var folded = fold(session("a")
                .then(call("read"), call("send_msg_to_user", "{text: hi}"), result("sent"))
                .then(decision("go on"), call("read")));

        assertThat(folded.known(Fact.CALL_IN_A_ROW)).containsExactly(1L, 2L);
        assertThat(folded.last(Fact.SESSION_CALLS)).isEqualTo(2L);
    }

    @Test
    void aResponseThatNamesItsOwnCallStandsForIt() {
        var response = event("tool_response", "{tool_name: read, tool_args: {file: x}, tool_result: text}");
        var folded = fold(session("a").repeats(3, response));

        assertThat(folded.known(Fact.CALL_COUNT)).containsExactly(1L, 2L, 3L);
        assertThat(folded.last(Fact.LOOP_REPEATS)).isEqualTo(3L);
        assertThat(folded.last(Fact.OUTCOME_COUNT)).isEqualTo(3L);
        assertThat(folded.last(Fact.SESSION_CALLS)).isEqualTo(3L);
    }

    @Test
    void argumentsInAResponseToAKnownInvocationAreNotAnotherCall() {
        var response = event("tool_response", "{tool_name: read, tool_args: {file: x}, tool_result: text}");
        var folded = fold(session("a").repeats(3, call("read", "{file: x}"), round -> response));

        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(3L);
        assertThat(folded.last(Fact.SESSION_CALLS)).isEqualTo(3L);
    }
}
