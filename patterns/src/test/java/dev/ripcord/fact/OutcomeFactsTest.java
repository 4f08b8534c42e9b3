package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeFactsTest {
    @Test
    void theSameCallWithTheSameResultIsCounted() {
        var folded = fold(session("a").repeats(4, call("status", "{ref: x}"), round -> result("{state: pending}")));

        assertThat(folded.known(Fact.OUTCOME_COUNT)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(folded.known(Fact.OUTCOME_IN_A_ROW)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(folded.known(Fact.OUTCOME_NEW)).containsExactly(true, false, false, false);
        assertThat(folded.last(Fact.OUTCOME_SPAN)).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void pollingWithChangingResultsIsNotTheSameOutcome() {
        var folded = fold(session("a").repeats(20, call("status"), round -> result("{progress: " + round + "}")));

        assertThat(folded.known(Fact.OUTCOME_COUNT)).hasSize(20).containsOnly(1L);
        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(20L);
    }

    @Test
    void anotherOutcomeEndsTheRowAndAnotherCallDoesNot() {
        var folded = fold(session("a")
                .then(call("status"), result("pending"), call("read"), result("pending"))
                .then(call("status"), result("pending"), call("status"), result("done"))
                .then(call("status"), result("pending")));

        assertThat(folded.known(Fact.OUTCOME_IN_A_ROW)).containsExactly(1L, 1L, 2L, 1L, 1L);
        assertThat(folded.known(Fact.OUTCOME_COUNT)).containsExactly(1L, 1L, 2L, 1L, 3L);
        assertThat(folded.last(Fact.OUTCOME_SPAN)).isEqualTo(Duration.ZERO);
    }

    @Test
    void anotherStatusOrErrorIsAnotherOutcome() {
        var folded = fold(session("a")
                .then(call("status"), result("x"))
                .then(call("status"), result("x").with("status", "cached"))
                .then(call("status"), result("x").with("error", "stale")));

        assertThat(folded.known(Fact.OUTCOME_COUNT)).containsExactly(1L, 1L, 1L);
    }

    @Test
    void aHashStandsForAResultThatPolicyKeepsBack() {
        var hashed = event("tool_response", "{status: ok, content_hash: abc}");
        var folded = fold(session("a")
                .repeats(2, call("status"), round -> hashed)
                .then(call("status"), hashed.with("content_hash", "def")));

        assertThat(folded.known(Fact.OUTCOME_COUNT)).containsExactly(1L, 2L, 1L);
    }

    @Test
    void aResponseThatShowsNothingHasNoOutcome() {
        var folded = fold(session("a").repeats(3, call("status"), round -> event("tool_response")));

        assertThat(folded.known(Fact.OUTCOME_COUNT)).isEmpty();
        assertThat(folded.known(Fact.ERROR_IS)).isEmpty();
        assertThat(folded.known(Fact.STALE_LOOP_PERIOD)).isEmpty();
        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(3L);
    }

    @Test
    void onlyTheLatest256OutcomesAreKnown() {
        var folded = fold(session("a")
                .then(call("status"), result("first"))
                .repeats(256, round -> List.of(call("status"), result("r" + round)))
                .then(call("status"), result("first"), call("status"), result("r255")));

        assertThat(folded.at(516, Fact.OUTCOME_NEW)).isEqualTo(true);
        assertThat(folded.at(518, Fact.OUTCOME_COUNT)).isEqualTo(2L);
    }

    @Test
    void aCallThatIsMadeAgainKnowsHowOftenItGaveTheSame() {
        var folded = fold(session("a")
                .repeats(2, call("poll", "{}"), round -> result("pending"))
                .then(call("poll", "{}"), result("done"), call("poll", "{}"), call("list", "{}")));

        assertThat(folded.known(Fact.CALL_OUTCOME_IN_A_ROW)).containsExactly(0L, 1L, 2L, 1L, 0L);
    }
}
