package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.cost;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
    @Test
    void argumentsAndResultsOnTheCallsAreFullCoverage() {
        var coverage = coverage(session("a")
                .repeats(5, call("x"), result("y"))
                .then(cost("0.1"), state("s"), call("x").tokens(1, 1)));

        assertThat(coverage.grade()).isEqualTo(Coverage.Grade.FULL);
        assertThat(coverage.grade().word()).isEqualTo("full");
        assertThat(coverage.gaps()).isEmpty();
    }

    @Test
    void aSessionWithoutCallsLacksNothingOfThem() {
        assertThat(coverage(session("a").then(decision("think"))).grade()).isEqualTo(Coverage.Grade.FULL);
    }

    @Test
    void withoutResultsItIsPartial() {
        var coverage = coverage(session("a").repeats(3, call("x"), event("tool_response", "{status: ok}")));

        assertThat(coverage.grade()).isEqualTo(Coverage.Grade.PARTIAL);
        assertThat(coverage.gaps()).contains("no tool results").doesNotContain("no tool arguments");
    }

    @Test
    void withoutArgumentsItIsBlind() {
        var coverage = coverage(session("a").repeats(3, call("x").without("tool_args"), result("y")));

        assertThat(coverage.grade()).isEqualTo(Coverage.Grade.BLIND);
        assertThat(coverage.gaps()).containsExactly("no tool arguments", "no cost", "no tokens", "no state hashes");
    }

    @Test
    void gapsAreCounted() {
        var coverage = coverage(session("a")
                .repeats(4, call("x"), result("y"))
                .then(call("x").without("tool_args"), result("y").with("latency_ms", "slow"))
                .then(call("x").with("retry_count", "many")));

        assertThat(coverage.grade()).isEqualTo(Coverage.Grade.PARTIAL);
        assertThat(coverage.gaps()).contains("tool arguments on 5 of 6 calls", "2 numbers that cannot be read");
    }

    @Test
    void timestampsAheadAndBehindAreCounted() {
        long later = Session.START + 3_600_000;
        var coverage = coverage(
                session("a").then(call("x"), call("x").stamped(later), call("x").stamped(Session.START)));

        assertThat(coverage.limited()).isEqualTo(1);
        assertThat(coverage.backward()).isEqualTo(1);
    }

    @Test
    void eventsFromASecondPartitionAreCountedAndStillFold() {
        List<Envelope> log = new ArrayList<>(session("a").then(call("x")).envelopes(0, 10));
        log.addAll(session("a").withoutIds().repeats(2, call("x")).envelopes(3, 5));
        var folded = fold(log, FoldLimits.DEFAULT);

        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(3L);
        assertThat(folded.fold().coverage().split()).isEqualTo(2);
        assertThat(folded.fold().coverage().gaps()).contains("2 events from another partition");
    }

    private static Coverage coverage(Session session) {
        return fold(session).fold().coverage();
    }
}
