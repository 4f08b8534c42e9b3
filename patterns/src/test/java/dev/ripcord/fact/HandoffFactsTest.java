package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.handoff;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoffFactsTest {
    @Test
    void toAndFroBetweenTwoAgentsIsPingPong() {
        var folded = fold(session("a")
                .repeats(2, handoff("planner", "writer"), handoff("writer", "planner"))
                .then(handoff("planner", "critic"), handoff("critic", "planner")));

        assertThat(folded.known(Fact.HANDOFF_PING_PONG)).containsExactly(1L, 2L, 3L, 4L, 1L, 2L);
        assertThat(folded.last(Fact.HANDOFF_COUNT)).isEqualTo(6L);
    }

    @Test
    void anAgentThatHandsOverToItselfPlaysNoPingPong() {
        assertThat(fold(session("a").repeats(3, handoff("x", "x"))).known(Fact.HANDOFF_PING_PONG))
                .containsOnly(1L);
    }

    @Test
    void depthGrowsDownwardsAndAReturnGoesBackUp() {
        var folded = fold(session("a")
                .then(handoff("a", "b"), handoff("b", "c"), handoff("c", "d"))
                .then(handoff("d", "b"), handoff("b", "e")));

        assertThat(folded.known(Fact.HANDOFF_DEPTH)).containsExactly(1L, 2L, 3L, 1L, 2L);
    }

    @Test
    void anAgentThatActsAgainMustHaveBeenReturnedTo() {
        var folded = fold(session("a").then(handoff("boss", "one"), handoff("boss", "two"), handoff("boss", "three")));

        assertThat(folded.known(Fact.HANDOFF_DEPTH)).containsExactly(1L, 1L, 1L);
    }

    @Test
    void aHandoffThatWasNotSeenIsPartOfTheWay() {
        var folded = fold(session("a").then(handoff("a", "b"), handoff("x", "y")));

        assertThat(folded.last(Fact.HANDOFF_DEPTH)).isEqualTo(3L);
    }

    @Test
    void depthHasNoEnd() {
        var folded = fold(session("a").repeats(200, round -> List.of(handoff("agent" + round, "agent" + (round + 1)))));

        assertThat(folded.last(Fact.HANDOFF_DEPTH)).isEqualTo(200L);
    }

    @Test
    void theSameTaskForTheSameAgentIsCounted() {
        var folded = fold(session("a")
                .then(handoff("a", "b", "Write tests"), handoff("b", "a"))
                .then(handoff("a", "b", "write  tests"), handoff("a", "c", "write tests")));

        assertThat(folded.known(Fact.HANDOFF_SAME_TASK)).containsExactly(1L, 2L, 1L);
        assertThat(folded.at(2, Fact.HANDOFF_SAME_TASK)).isNull();
    }

    @Test
    void handoffsAreCountedByTheMinute() {
        var folded = fold(session("a").every(Duration.ofSeconds(25)).repeats(4, handoff("a", "b")));

        assertThat(folded.known(Fact.HANDOFF_MINUTE)).containsExactly(1L, 2L, 3L, 3L);
    }

    @Test
    void withoutBothAgentsNothingIsKnown() {
        var folded = fold(session("a").then(event("agent_handoff", "{to_agent: b, task: x}")));

        assertThat(folded.last(Fact.HANDOFF_COUNT)).isNull();
        assertThat(folded.last(Fact.HANDOFF_SAME_TASK)).isNull();
    }
}
