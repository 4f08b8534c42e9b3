package dev.ripcord.console.replay;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.error;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.handoff;
import static dev.ripcord.session.Sessions.message;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.start;
import static dev.ripcord.session.Sessions.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.ripcord.console.replay.cause.LikelyCause;
import dev.ripcord.console.replay.reconstruct.AgentNode;
import dev.ripcord.console.replay.reconstruct.NearMiss;
import dev.ripcord.console.replay.source.Relative;
import dev.ripcord.console.replay.timeline.CallLink.Pairing;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.console.replay.timeline.Mark;
import dev.ripcord.console.replay.timeline.SeenSignal;
import dev.ripcord.console.replay.timeline.SeenSignal.MatchedClause;
import dev.ripcord.console.replay.timeline.StateChange.Given;
import dev.ripcord.console.replay.timeline.StopStep;
import dev.ripcord.pattern.Definition;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionReplayTest {
    private static final SessionKey INVOICE = new SessionKey(SessionKey.DEFAULT_TENANT, "invoice-9");

    private static final Definition AGAIN = Replayed.definition("""
            id: again
            version: 1
            title: The same call again and again
            why: A test.
            action: halt
            severity: critical
            sequence:
              - name: first
                where: event.type == 'tool_invocation'
              - name: again
                where: event.type == 'tool_invocation' && call.count >= 3
            within: 10m
            rearm: 10m
            message: "{event.tool} was called {call.count} times"
            """);

    @Test
    void answersFindTheirCallsByReferenceElseByArgumentsElseByOrder() throws Exception {
        var replay = Replayed.of(session("invoice-9")
                .then(
                        call("read", "{page: 1}").answering("r1"),
                        call("read", "{page: 2}").answering("r2"),
                        result("two").answering("r2"),
                        result("one").answering("r1"))
                .then(call("read", "{page: 3}"), call("read", "{page: 4}"))
                .then(result("three").with("tool_args", "{page: 3}"), result("four"))
                .then(result("nobody asked")));

        assertThat(replay.at(3).call().answers()).isEqualTo(2);
        assertThat(replay.at(3).call().by()).isEqualTo(Pairing.REQUEST_REF);
        assertThat(replay.at(4).call().answers()).isEqualTo(1);
        assertThat(replay.at(4).call().afterMs()).isEqualTo(3000);
        assertThat(replay.at(7).call().answers()).isEqualTo(5);
        assertThat(replay.at(7).call().by()).isEqualTo(Pairing.ARGUMENTS);
        assertThat(replay.at(8).call().answers()).isEqualTo(6);
        assertThat(replay.at(8).call().by()).isEqualTo(Pairing.ORDER);
        assertThat(replay.at(9).call().by()).isEqualTo(Pairing.NONE);
        assertThat(replay.report().calls().calls()).isEqualTo(4);
        assertThat(replay.report().calls().answered()).isEqualTo(4);
        assertThat(replay.report().calls().byOrder()).isEqualTo(1);
        assertThat(replay.report().calls().unasked()).isEqualTo(1);
    }

    @Test
    void whereStatesAreGivenTheirChangedKeysAreNamedAndElseOnlyThatTheyChanged() throws Exception {
        var replay = Replayed.of(session("invoice-9")
                .then(event("state_snapshot", "{state: {invoice: {paid: false, ref: a}, tries: 1}}"))
                .then(event("state_snapshot", "{state: {invoice: {paid: false, ref: a}, tries: 2, note: x}}"))
                .then(event("state_snapshot", "{state: {invoice: {paid: false, ref: a}, tries: 2, note: x}}"))
                .then(state("one"), state("two"), state("two"), state("one")));

        assertThat(replay.at(1).state().changed()).isNull();
        assertThat(replay.at(2).state().given()).isEqualTo(Given.STATE);
        assertThat(replay.at(2).state().keys()).extracting("key").containsExactly("note", "tries");
        assertThat(replay.at(2).state().keys().get(1).before().intValue()).isEqualTo(1);
        assertThat(replay.at(3).state().changed()).isFalse();
        assertThat(replay.at(5).state().given()).isEqualTo(Given.HASH);
        assertThat(replay.at(5).state().changed()).isTrue();
        assertThat(replay.at(5).state().keys()).isEmpty();
        assertThat(replay.at(6).state().changed()).isFalse();
        assertThat(replay.at(7).state().seenBefore()).isEqualTo(4);
    }

    @Test
    void repeatsLateEventsAndNewBeginningsAreMarked() throws Exception {
        var replay = Replayed.of(session("invoice-9")
                .then(start().id("a"), start().id("a"), end(), call("read"))
                .after(Duration.ofDays(2))
                .then(message("hello")));

        assertThat(replay.entries())
                .extracting(Entry::marks)
                .containsExactly(
                        List.of(), List.of(Mark.REPEAT), List.of(), List.of(Mark.LATE), List.of(Mark.BEGINS_ANEW));
        assertThat(replay.report().repeats()).isEqualTo(1);
        assertThat(replay.report().late()).isEqualTo(1);
        assertThat(replay.report().endedBy().kind()).isEqualTo(StopStep.Kind.SESSION_END);
        assertThat(replay.report().endedAtStep()).isEqualTo(3);
    }

    @Test
    void numbersThatAreLeftOutAreAGap() throws Exception {
        var replay = Replayed.of(session("invoice-9")
                .then(message("a").key("sequence", "4"), message("b").key("sequence", "5"))
                .then(message("c").key("sequence", "9"), message("d").key("sequence", "6")));

        assertThat(replay.at(2).gap()).isNull();
        assertThat(replay.at(3).gap().missing()).isEqualTo(3);
        assertThat(replay.at(4).gap().missing()).isZero();
        assertThat(replay.report().gaps().missing()).isEqualTo(3);
    }

    @Test
    void aLoopIsTheCallsOfItsRoundsAndWhatTheyCostAfterTheFirst() throws Exception {
        var replay = Replayed.of(session("invoice-9")
                .then(call("read", "{page: 1}").costing("1.00"))
                .repeats(4, call("search", "{q: a}").costing("0.10"), round -> result("nothing"))
                .then(call("read", "{page: 2}").costing("2.00")));

        assertThat(replay.at(2).loop()).isNull();
        assertThat(replay.at(4).loop().round()).isEqualTo(2);
        assertThat(replay.at(10).loop()).isNull();
        assertThat(replay.report().loops()).singleElement().satisfies(loop -> {
            assertThat(loop.tools()).containsExactly("search");
            assertThat(loop.rounds()).isEqualTo(4);
            assertThat(loop.from()).isEqualTo(2);
            assertThat(loop.to()).isEqualTo(9);
            assertThat(loop.wastedUsd()).isEqualByComparingTo(new BigDecimal("0.30"));
        });
    }

    @Test
    void agentsHangWhereTheirEventsOrTheFirstHandoffSayAndElseTheirParentIsUnknown() throws Exception {
        var session = session("invoice-9")
                .agent("planner")
                .then(start(), handoff("planner", "writer"))
                .agent("writer")
                .then(message("a"))
                .agent("critic")
                .then(message("b").key("parent_agent_id", "writer"))
                .agent("stranger")
                .then(message("c"));
        var source = new ListedRecords()
                .events(session.envelopes())
                .relative(new Relative("child-1", "invoice-9", "invoice-9"));

        var report = Replayed.of(source, INVOICE).report();

        assertThat(report.agents())
                .extracting(AgentNode::agent, AgentNode::parent, AgentNode::known)
                .containsExactly(
                        tuple("planner", null, AgentNode.Known.FIRST),
                        tuple("writer", "planner", AgentNode.Known.HANDED_OVER),
                        tuple("critic", "writer", AgentNode.Known.NAMED),
                        tuple("stranger", null, AgentNode.Known.UNKNOWN));
        assertThat(report.relatives()).extracting(Relative::session).containsExactly("child-1");
    }

    @Test
    void aSignalComesWithItsStepsAndTheClauseThatEachSatisfied() throws Exception {
        var replay = Replayed.of(session("invoice-9").repeats(4, call("status")), AGAIN);

        assertThat(replay.entries()).extracting(entry -> entry.signals().size()).containsExactly(0, 0, 1, 0);
        SeenSignal seen = replay.at(3).signals().get(0);
        assertThat(seen.seen()).isEqualTo(SeenSignal.Seen.RECOMPUTED);
        assertThat(seen.matched())
                .containsExactly(
                        new MatchedClause("first", 1L, new Position(0, 0), "event.type == 'tool_invocation'"),
                        new MatchedClause(
                                "again", 3L, new Position(0, 2), "event.type == 'tool_invocation' && call.count >= 3"));
        assertThat(replay.report().nearMisses()).isEmpty();
    }

    @Test
    void aSignalOnRecordIsToldFromOneThatOnlyJudgingAgainGives() throws Exception {
        var session = session("invoice-9").repeats(3, call("status"));
        var signal = Replayed.of(session, AGAIN).at(3).signals().get(0).signal();
        var recorded =
                new ListedRecords().events(session.envelopes()).signal(signal).signal(signal);

        assertThat(Replayed.of(recorded, INVOICE, AGAIN).at(3).signals())
                .singleElement()
                .extracting(SeenSignal::seen)
                .isEqualTo(SeenSignal.Seen.BOTH);
        assertThat(Replayed.of(recorded, INVOICE).at(3).signals())
                .singleElement()
                .extracting(SeenSignal::seen)
                .isEqualTo(SeenSignal.Seen.RECORDED);
    }

    @Test
    void aSequenceThatBeganAndDidNotCompleteIsANearMiss() throws Exception {
        var replay = Replayed.of(session("invoice-9").then(call("status"), result("ok")), AGAIN);

        assertThat(replay.report().nearMisses()).singleElement().satisfies(miss -> {
            assertThat(miss.pattern()).isEqualTo(AGAIN.key());
            assertThat(miss.atStep()).isEqualTo(1);
            assertThat(miss.taken()).extracting(MatchedClause::step).containsExactly(1L);
            assertThat(miss.waitsFor()).extracting(NearMiss.WaitsFor::element).containsExactly("again");
        });
    }

    @Test
    void theLikelyCauseNamesTheFactsItRestsOnAndIsSilentWithoutAny() throws Exception {
        var stubborn = Replayed.of(session("invoice-9").repeats(4, call("status"), round -> error("timeout")));
        var healthy = Replayed.of(session("invoice-9")
                .repeats(4, round -> List.of(call("read", "{p: " + round + "}"), result("r" + round))));

        assertThat(stubborn.report().cause().kind()).isEqualTo(LikelyCause.Kind.RETRY_POLICY);
        assertThat(healthy.report().cause()).isNull();
    }

    @Test
    void aDecisionAmongSeveralOptionsIsABranch() throws Exception {
        var replay = Replayed.of(session("invoice-9")
                .then(
                        decision("ask").with("options", "[ask, wait]"),
                        decision("ask").with("options", "[ask]")));

        assertThat(replay.at(1).decision().branch()).isTrue();
        assertThat(replay.at(2).decision().branch()).isFalse();
        assertThat(replay.at(2).decision().count()).isEqualTo(2);
        assertThat(replay.report().branches()).isEqualTo(1);
    }
}
