package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecisionFactsTest {
    @Test
    void theSameDecisionIsCountedWhateverItsCaseAndSpace() {
        var folded = fold(session("a")
                .then(decision("Check the invoice"), decision(" check  the\ninvoice "))
                .then(decision("pay"), decision("check the invoice")));

        assertThat(folded.known(Fact.DECISION_COUNT)).containsExactly(1L, 2L, 1L, 3L);
        assertThat(folded.known(Fact.DECISION_IN_A_ROW)).containsExactly(1L, 2L, 1L, 1L);
    }

    @Test
    void theContentIsTheDecisionWhereNoOtherIsNamed() {
        var thought = event("planner_decision", "{content: check the invoice}");
        var folded = fold(session("a").then(decision("check the invoice"), thought, event("planner_decision")));

        assertThat(folded.known(Fact.DECISION_COUNT)).containsExactly(1L, 2L);
    }

    @Test
    void aHashOfTheContentTellsEqualDecisionsAndNoSimilarOnes() {
        var folded = fold(session("a").repeats(3, event("planner_decision", "{content_hash: abc}")));

        assertThat(folded.known(Fact.DECISION_COUNT)).containsExactly(1L, 2L, 3L);
        assertThat(folded.known(Fact.DECISION_SIMILAR_IN_A_ROW)).isEmpty();
    }

    @Test
    void decisionsAreStaleWhileNothingNewIsSeen() {
        var folded = fold(session("a")
                .then(decision("a"), decision("b"), decision("a"), decision("b"), call("new"))
                .then(decision("a"), decision("a")));

        assertThat(folded.known(Fact.DECISION_STALE_COUNT)).containsExactly(1L, 1L, 1L, 2L, 1L, 2L);
    }

    @Test
    void nearlyTheSameDecisionIsSimilar() {
        String plan = IntStream.range(0, 200).mapToObj(word -> "word" + word).collect(Collectors.joining(" "));
        var folded =
                fold(session("a").then(decision(plan), decision(plan + " again"), decision("something else entirely")));

        assertThat(folded.known(Fact.DECISION_SIMILAR_IN_A_ROW)).containsExactly(1L, 2L, 1L);
        assertThat(folded.known(Fact.DECISION_IN_A_ROW)).containsExactly(1L, 1L, 1L);
    }

    @Test
    void decisionsAreCountedSinceTheLatestCallOrWordOfAPerson() {
        var folded = fold(session("a")
                .then(decision("a"), decision("b"), event("planner_decision"), call("read"), decision("c"))
                .then(event("cost_update"), decision("d"), event("human_approval"), decision("e"))
                .then(event("user_request"), decision("f"), event("tool_invocation"), decision("g"))
                .then(event("tool_response", "{tool_name: x, tool_args: {a: 1}, tool_result: y}"), decision("h")));

        assertThat(folded.known(Fact.DECISION_SINCE_CALL)).containsExactly(1L, 2L, 3L, 1L, 2L, 1L, 1L, 1L, 1L);
        assertThat(folded.last(Fact.DECISION_COUNT)).isEqualTo(1L);
    }
}
