package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.cost;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.state;
import static dev.ripcord.session.Sessions.userRequest;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateFactsTest {
    @Test
    void stayingInAStateIsOneVisit() {
        var folded = fold(session("a").then(state("s1"), state("s1"), state("s2"), state("s1"), state("s1")));

        assertThat(folded.known(Fact.STATE_VISITS)).containsExactly(1L, 1L, 1L, 2L, 2L);
        assertThat(folded.known(Fact.STATE_UNCHANGED)).containsExactly(1L, 2L, 1L, 1L, 2L);
    }

    @Test
    void anyStepMayCarryTheState() {
        var folded = fold(
                session("a").then(call("x").inState("s1"), call("y"), call("z").inState("s1")));

        assertThat(folded.known(Fact.STATE_UNCHANGED)).containsExactly(1L, 2L);
    }

    @Test
    void aReportOfCostNeitherVisitsNorLeavesAState() {
        var folded = fold(session("a").then(state("s1"), cost("0.1").inState("s2"), state("s1")));

        assertThat(folded.known(Fact.STATE_VISITS)).containsExactly(1L, 1L);
        assertThat(folded.last(Fact.STATE_UNCHANGED)).isEqualTo(2L);
    }

    @Test
    void visitsAreStaleWhileNothingNewIsSeen() {
        var folded = fold(session("a")
                .then(state("s1"), state("s2"), state("s1"), state("s2"), state("s1"))
                .then(userRequest("go on"), state("s1"), state("s2"), state("s1")));

        assertThat(folded.known(Fact.STATE_STALE_VISITS)).containsExactly(1L, 1L, 1L, 2L, 2L, 1L, 1L, 2L);
    }

    @Test
    void aNewCallMakesTheVisitsFresh() {
        var folded = fold(session("a")
                .then(state("s1"), state("s2"), state("s1"), state("s2"))
                .then(call("look").inState("s1")));

        assertThat(folded.at(4, Fact.STATE_STALE_VISITS)).isEqualTo(2L);
        assertThat(folded.at(5, Fact.STATE_STALE_VISITS)).isEqualTo(1L);
        assertThat(folded.at(5, Fact.STATE_VISITS)).isEqualTo(3L);
    }

    @Test
    void nothingIsStaleWhereTheCallsAreNotShown() {
        var hidden = call("look").without("tool_args");
        var folded = fold(session("a").repeats(3, state("s1"), hidden, state("s2"), hidden));

        assertThat(folded.known(Fact.STATE_STALE_VISITS)).containsExactly(1L, 1L);
        assertThat(folded.at(9, Fact.STATE_VISITS)).isEqualTo(3L);
    }
}
