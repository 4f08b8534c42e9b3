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

class ChurnFactsTest {
    /** A call and its result take a second each. */
    private static final Duration GAP = Duration.ofSeconds(2);

    @Test
    void eachNewCallOfOneToolWithTheSameResultIsCounted() {
        var folded = fold(session("a")
                .repeats(4, round -> List.of(call("search", "{query: q" + round + "}"), result("nothing found"))));

        assertThat(folded.known(Fact.OUTCOME_CHURN)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(folded.known(Fact.OUTCOME_CHURN_GAP)).containsExactly(GAP, GAP, GAP);
    }

    @Test
    void anotherResultOrAnotherToolBeginsARowOfItsOwn() {
        var folded = fold(session("a")
                .then(call("search", "{query: a}"), result("nothing"), call("search", "{query: b}"), result("nothing"))
                .then(call("search", "{query: c}"), result("a hit"), call("list", "{page: 1}"), result("a hit")));

        assertThat(folded.known(Fact.OUTCOME_CHURN)).containsExactly(1L, 2L, 1L, 1L);
        assertThat(folded.known(Fact.OUTCOME_CHURN_GAP)).containsExactly(GAP);
    }

    @Test
    void aCallThatWasMadeBeforeEndsTheRow() {
        var folded = fold(session("a")
                .then(call("search", "{query: a}"), result("nothing"), call("search", "{query: b}"), result("nothing"))
                .then(
                        call("search", "{query: a}"),
                        result("nothing"),
                        call("search", "{query: c}"),
                        result("nothing")));

        assertThat(folded.known(Fact.OUTCOME_CHURN)).containsExactly(1L, 2L, 0L, 1L);
        assertThat(folded.known(Fact.OUTCOME_CHURN_GAP)).containsExactly(GAP);
    }

    @Test
    void aResultThatIsNotShownEndsTheRow() {
        var folded = fold(session("a")
                .then(call("search", "{query: a}"), result("nothing"), call("search", "{query: b}"))
                .then(event("tool_response"), call("search", "{query: c}"), result("nothing")));

        assertThat(folded.known(Fact.OUTCOME_CHURN)).containsExactly(1L, 1L);
    }

    @Test
    void aToolThatOnlyCommunicatesNeitherCountsNorEndsTheRow() {
        var folded = fold(session("a")
                .then(call("search", "{query: a}"), result("nothing"))
                .then(call("send_msg_to_user", "{text: wait}"), result("sent"))
                .then(call("search", "{query: b}"), result("nothing")));

        assertThat(folded.known(Fact.OUTCOME_CHURN)).containsExactly(1L, 2L);
    }
}
