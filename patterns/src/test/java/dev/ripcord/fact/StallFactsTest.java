package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.cost;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.error;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.message;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.state;
import static dev.ripcord.session.Sessions.userRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.session.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StallFactsTest {
    private static final Draft DONE = event("tool_response", "{status: ok}");

    @Test
    void aRepeatedCallAddsAndAnotherOneTakesAway() {
        var folded = fold(session("a").repeats(4, call("read")).then(call("write", "{line: 1}"), call("read")));

        assertThat(folded.known(Fact.STALL_DEBT)).containsExactly(0.0, 0.6, 1.2, 1.8, 0.2, 0.8);
        assertThat(folded.known(Fact.STALL_NO_PROGRESS)).containsExactly(0.0, 1.0, 2.0, 3.0, 1.5, 2.5);
        assertThat(folded.known(Fact.STALL_POINTS)).containsExactly(0.0, 2.0, 4.0, 6.0, 2.0, 4.0);
    }

    @Test
    void anErrorWeighsMoreOnceItIsKnown() {
        var folded = fold(session("a").repeats(2, call("read"), error("disk on fire")));

        assertThat(folded.known(Fact.STALL_DEBT)).containsExactly(0.0, 0.4, 1.0, 1.4);
        assertThat(folded.known(Fact.STALL_POINTS)).containsExactly(0.0, 2.0, 4.0, 6.0);
        assertThat(folded.known(Fact.STALL_CYCLE)).containsExactly(0.0, 0.0, 1.0, 1.5);
    }

    @Test
    void aResultThatIsNewTakesBackWhatWasThoughtOfTheCall() {
        var polling = fold(session("a").repeats(4, call("progress"), round -> result("{percent: " + round + "}")));

        assertThat(polling.known(Fact.STALL_DEBT)).containsExactly(0.0, 0.0, 0.6, 0.0, 0.6, 0.0, 0.6, 0.0);
        assertThat(polling.last(Fact.STALL_CYCLE)).isEqualTo(0.0);
        assertThat(polling.last(Fact.STALL_REPEATS)).isEqualTo(0L);
        assertThat(polling.last(Fact.STALL_STALE_RESULTS)).isEqualTo(0.0);
    }

    @Test
    void aRetryThatSucceedsSettlesTheTriesBeforeIt() {
        var folded = fold(session("a").repeats(5, call("upload"), error("503")).then(call("upload"), result("stored")));

        assertThat(folded.at(10, Fact.STALL_DEBT)).isEqualTo(4.4);
        assertThat(folded.last(Fact.STALL_DEBT)).isEqualTo(0.0);
        assertThat(folded.last(Fact.STALL_STALE_RESULTS)).isEqualTo(0.0);
        assertThat(folded.last(Fact.STALL_CYCLE)).isEqualTo(0.0);
    }

    @Test
    void aDecisionThatWasTakenBeforeAddsToTheCallAfterItAndToNoOther() {
        var folded = fold(session("a").then(call("read")).repeats(2, decision("look again"), call("read"), call("read")));

        assertThat(folded.at(3, Fact.STALL_DEBT)).isEqualTo(0.6);
        assertThat(folded.at(6, Fact.STALL_DEBT)).isEqualTo(2.05);
        assertThat(folded.at(7, Fact.STALL_DEBT)).isEqualTo(2.65);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scroll", "noop", "wait", "mouse_move"})
    void toolsThatWaitOrLookAroundCountLess(String tool) {
        var folded = fold(session("a").repeats(3, call(tool)));

        assertThat(folded.last(Fact.STALL_DEBT)).isEqualTo(0.72);
        assertThat(folded.last(Fact.STALL_NO_PROGRESS)).isEqualTo(1.0);
        assertThat(folded.last(Fact.STALL_POINTS)).isEqualTo(2.0);
        assertThat(folded.last(Fact.STALL_CYCLE)).isEqualTo(1.0);
        assertThat(folded.last(Fact.STALL_REPEATS)).isEqualTo(2L);
    }

    @Test
    void aStateThatStaysCountsAgainstCallsThatTriedToChangeIt() {
        var stuck = fold(session("a").repeats(4, state("page"), call("click"), DONE));
        var reading = fold(session("b").repeats(6, round -> List.of(state("tree"), call("read", "{f: " + round + "}"))));

        assertThat(stuck.last(Fact.STALL_UNCHANGED)).isEqualTo(3.0);
        assertThat(stuck.last(Fact.STALL_DEBT)).isEqualTo(3.0);
        assertThat(stuck.last(Fact.STALL_CYCLE)).isEqualTo(4.5);
        assertThat(reading.last(Fact.STALL_UNCHANGED)).isEqualTo(0.0);
    }

    @Test
    void anotherStateSettlesWhatTheOneBeforeWasTriedFor() {
        var folded = fold(session("a").repeats(3, state("page"), call("click"), DONE).then(state("next"), call("click")));

        assertThat(folded.last(Fact.STALL_UNCHANGED)).isEqualTo(0.0);
    }

    @Test
    void aNewStateIsNewsWhereTheResultIsNotShown() {
        var pages = fold(session("a").repeats(9, round -> List.of(state("page-" + round), call("next"), DONE)));
        var there = fold(session("b").repeats(9, round -> List.of(state("page-" + round % 2), call("next"), DONE)));

        assertThat(pages.last(Fact.STALL_DEBT)).isEqualTo(0.6); // of the latest call, whose state is yet to come
        assertThat(pages.last(Fact.STALL_REPEATS)).isEqualTo(1L);
        assertThat(there.last(Fact.STALL_DEBT)).isEqualTo(4.8);
    }

    @Test
    void cyclesEarnCreditWithEachCallThatGoesOn() {
        var pair = fold(session("a").repeats(3, call("search"), call("open")));
        var eight = fold(session("b").repeats(2, round -> List.of(
                call("a"), call("b"), call("c"), call("d"), call("e"), call("f"), call("g"), call("h"))));

        assertThat(pair.known(Fact.STALL_CYCLE)).containsExactly(0.0, 0.0, 1.0, 2.0, 3.0, 4.0);
        assertThat(eight.last(Fact.STALL_CYCLE)).isEqualTo(8.0);
    }

    @Test
    void variedCallsWithTheSameLongResultAreStale() {
        String failure = "Tests run: 12, failures: 2; the number was expected to be 7 but was 8, and nothing was thrown";
        var folded = fold(session("a").repeats(5, round -> List.of(
                call("write_fix", "{file: Numbers.java, line: 452, text: 'if length is %d return null'}".formatted(round)),
                result("'" + failure + "'"))));

        assertThat(folded.known(Fact.STALL_STALE_RESULTS).subList(0, 8)).containsExactly(0.0, 0.0, 1.0, 1.0, 2.0, 2.0, 3.0, 3.0);
    }

    @Test
    void aShortAnswerToEachItemOfABatchIsNotStale() {
        var folded = fold(session("a").repeats(20, round -> List.of(
                call("mail.archive", "{folder: archive of the year, label: done, id: " + round + "}"), result("done"))));

        assertThat(folded.last(Fact.STALL_STALE_RESULTS)).isEqualTo(0.0);
        assertThat(folded.last(Fact.STALL_DEBT)).isEqualTo(0.0);
    }

    @Test
    void theOutcomeOfAnEarlierCallCountsAsResultAndNotForTheLatestCall() {
        var folded = fold(session("a")
                .then(call("fetch", "{url: u}").answering("r1"), error("timeout").answering("r1"))
                .then(call("fetch", "{url: u}").answering("r2"), call("list").answering("r3"))
                .then(error("timeout").with("tool_name", "'fetch'").answering("r2")));

        assertThat(folded.at(4, Fact.STALL_DEBT)).isEqualTo(folded.last(Fact.STALL_DEBT)).isEqualTo(0.0);
        assertThat(folded.last(Fact.STALL_STALE_RESULTS)).isEqualTo(1.25);
    }

    @Test
    void aPersonWhoAsksBeginsThemAnew() {
        var folded = fold(session("a").repeats(6, call("count")).then(userRequest("and now?"), call("count")));

        assertThat(folded.last(Fact.STALL_DEBT)).isEqualTo(0.6);
        assertThat(folded.last(Fact.STALL_REPEATS)).isEqualTo(1L);
    }

    @Test
    void talkingAndReportingChangeNothing() {
        var folded = fold(session("a")
                .repeats(3, call("read"), message("still reading"), cost("0.1"), call("send_msg_to_user", "{text: x}")));

        assertThat(folded.last(Fact.STALL_DEBT)).isEqualTo(1.2);
        assertThat(folded.last(Fact.STALL_CYCLE)).isNull();
        assertThat(folded.known(Fact.STALL_REPEATS)).containsExactly(0L, 1L, 2L);
    }

    @Test
    void whatIsNotShownIsAbsent() {
        var folded = fold(session("a").then(decision("look"), call("read").without("tool_args"), call("read"), DONE));

        assertThat(folded.at(1, Fact.STALL_DEBT)).isNull();
        assertThat(folded.at(2, Fact.STALL_DEBT)).isNull();
        assertThat(folded.last(Fact.STALL_DEBT)).isEqualTo(0.0);
        assertThat(folded.last(Fact.STALL_UNCHANGED)).as("no state was reported").isNull();
        assertThat(folded.last(Fact.STALL_STALE_RESULTS)).as("no result was shown").isNull();
    }
}
