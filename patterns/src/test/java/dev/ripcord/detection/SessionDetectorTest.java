package dev.ripcord.detection;

import static dev.ripcord.detection.Definitions.definition;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Scope;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import dev.ripcord.session.Session;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.SignalId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionDetectorTest {
    private static final Definition TWO_CALLS = definition(
            "two-calls",
            "sequence: [{name: made, where: \"event.type == 'tool_invocation'\", times: 2}]",
            "within: 1h");

    private static final Definition STUCK = definition(
            "stuck",
            "parameters: {times: {default: 4, minimum: 2, maximum: 50, description: equal results},"
                    + " quiet: {default: 90s, description: rest}}",
            "sequence: [{name: stuck, where: \"event.type == 'tool_response' && outcome.count >= params.times\"}]",
            "rearm: params.quiet",
            "overrides: [{tool: ci.status, parameters: {times: 6}}, {tenant: lab, parameters: {times: 2}}]",
            "message: \"{event.tool} gave the same result {outcome.count} times\"");

    @Test
    void aSignalTellsWhatMatchedWhereAndWhy() {
        Session session = session("invoice-9")
                .agent("validator")
                .parent("p")
                .root("r")
                .repeats(
                        4,
                        call("stripe_api.get_status", "{ref: obj_1288}").costing("0.02"),
                        round -> result("pending"));
        Signal signal = enforced(STUCK).judge(session.envelopes()).signals().get(0);

        assertThat(signal.message()).isEqualTo("stripe_api.get_status gave the same result 4 times");
        assertThat(signal.scope())
                .isEqualTo(Scope.session(session.events().get(0).session()));
        assertThat(signal.position().offset()).isEqualTo(7);
        assertThat(signal.signalId()).isEqualTo(SignalId.of(signal.scope(), STUCK.key(), signal.position()));
        assertThat(signal.action()).isEqualTo(Action.HALT);
        assertThat(signal.mode()).isEqualTo(Mode.ENFORCE);
        assertThat(signal.agentId()).isEqualTo("validator");
        assertThat(signal.parentSessionId()).isEqualTo("p");
        assertThat(signal.rootSessionId()).isEqualTo("r");
        assertThat(signal.time()).isEqualTo(Session.START + 7_000);
        assertThat(signal.kafkaTime()).isEqualTo(Session.START + 7_000);
        assertThat(signal.values()).isEqualTo(Map.of("outcome.count", 4L));
        assertThat(signal.parameters()).isEqualTo(Map.of("times", 4L, "quiet", "1m30s"));
        assertThat(signal.spendUsd()).isEqualByComparingTo("0.08");
        assertThat(signal.coverage()).isEqualTo("full");
        assertThat(signal.matched()).singleElement().satisfies(step -> {
            assertThat(step.element()).isEqualTo("stuck");
            assertThat(step.eventId()).isEqualTo("invoice-9-8");
            assertThat(step.tool()).isEqualTo("stripe_api.get_status");
        });
    }

    @Test
    void anEventCompletesAtMostOneSignalOfADefinitionTheOneThatBeganFirst() {
        List<Signal> signals = enforced(TWO_CALLS)
                .judge(session("s")
                        .then(call("a"), call("b"), call("c"), call("d"))
                        .envelopes())
                .signals();
        assertThat(signals)
                .extracting(signal -> signal.matched().stream()
                        .map(step -> step.position().offset())
                        .toList())
                .containsExactly(List.of(0L, 1L), List.of(1L, 2L), List.of(2L, 3L));
    }

    @Test
    void afterASignalADefinitionRestsAndThenSignalsAgain() {
        Session session = session("s").repeats(60, call("get", "{id: 1}"), round -> result("same"));
        assertThat(enforced(STUCK).judge(session.envelopes()).offsets()).containsExactly(7L, 97L);
    }

    @Test
    void aDefinitionAtRestHoldsNoOtherBack() {
        Session session = session("s").repeats(5, call("get", "{id: 1}"), round -> result("same"));
        assertThat(enforced(STUCK, TWO_CALLS).judge(session.envelopes()).signals())
                .extracting(signal ->
                        signal.pattern().id() + " " + signal.position().offset())
                .containsExactly("two-calls 2", "two-calls 4", "two-calls 6", "stuck 7", "two-calls 8");
    }

    @Test
    void signalsOfOneEventAreInTheOrderOfTheirDefinitions() {
        Definition[] any = {
            definition("b", "sequence: [{name: any, where: event.agent != 'nobody'}]"),
            definition("a", "sequence: [{name: any, where: event.agent != 'nobody'}]"),
        };
        assertThat(enforced(any).judge(session("s").then(call("x")).envelopes()).signals())
                .extracting(signal -> signal.pattern().id())
                .containsExactly("a", "b");
    }

    @Test
    void aRepeatOfAnEventIsNotJudgedAgain() {
        var log = session("s")
                .then(call("a").id("1"), call("a").id("1"), call("b").id("2"))
                .envelopes();
        Judging judging = enforced(TWO_CALLS).judge(log);
        assertThat(judging.judgements()).extracting(Judgement::duplicate).containsExactly(false, true, false);
        assertThat(judging.offsets()).containsExactly(2L);
    }

    @Test
    void aSessionThatFellSilentBeginsAnewAndIsArmedAgain() {
        Session session = session("s")
                .then(call("a"))
                .after(Duration.ofHours(7))
                .then(call("b"))
                .then(call("c"))
                .after(Duration.ofHours(7))
                .then(call("d"), call("e"));
        Definition rests = definition(
                "two-calls",
                "sequence: [{name: made, where: \"event.type == 'tool_invocation'\", times: 2}]",
                "within: 24h",
                "rearm: 24h");
        assertThat(enforced(rests).judge(session.envelopes()).offsets()).containsExactly(2L, 4L);
    }

    @Test
    void aDefinitionDoesNotSeeWhatItDoesNotApplyTo() {
        Definition ofBuilders = definition(
                "strict",
                "sequence: [{name: made, where: \"event.type == 'tool_invocation'\", times: 2, between: strict}]",
                "within: 1h",
                "applies_to: {agent: build-*, tool: [a, b]}");
        Session session = session("s")
                .agent("build-7")
                .then(call("a"), call("other"))
                .agent("planner")
                .then(call("a"))
                .agent("build-8")
                .then(call("b"));
        assertThat(enforced(ofBuilders).judge(session.envelopes()).offsets()).containsExactly(3L);
    }

    @Test
    void overridesCountForTheirToolsStepByStep() {
        Session session = session("s").repeats(5, call("ci.status", "{}"), round -> result("running"));
        assertThat(enforced(STUCK).judge(session.envelopes()).signals()).isEmpty();
        session.then(call("ci.status", "{}"), result("running"));
        assertThat(enforced(STUCK).judge(session.envelopes()).signals())
                .singleElement()
                .satisfies(signal -> assertThat(signal.parameters()).containsEntry("times", 6L));
    }

    @Test
    void overridesCountForTheirTenant() {
        Session session = session("s").tenant("lab").repeats(3, call("get", "{}"), round -> result("same"));
        assertThat(enforced(STUCK).judge(session.envelopes()).offsets()).containsExactly(3L);
    }

    @Test
    void aTenantMayHaveAnotherSequence() {
        Definition calls = definition(
                "calls",
                "parameters: {times: {default: 3, description: calls}}",
                "sequence: [{name: made, times: params.times}]",
                "within: 1h",
                "overrides: [{tenant: lab, parameters: {times: 2}}]");
        assertThat(enforced(calls)
                        .judge(session("s")
                                .tenant("lab")
                                .then(call("a"), call("b"))
                                .envelopes())
                        .offsets())
                .containsExactly(1L);
        assertThat(enforced(calls)
                        .judge(session("s").then(call("a"), call("b")).envelopes())
                        .offsets())
                .isEmpty();
    }

    @Test
    void aSummaryTellsHowTheSessionStands() {
        Session session = session("s").agent("planner").then(call("a").costing("0.5"), decision("go on"));
        Judging judging = enforced(TWO_CALLS).judge(session.envelopes());
        SessionSummary summary = judging.session("s").summary();
        assertThat(summary.state()).isEqualTo(SessionSummary.State.ACTIVE);
        assertThat(summary.agentId()).isEqualTo("planner");
        assertThat(summary.steps()).isEqualTo(2);
        assertThat(summary.calls()).isEqualTo(1);
        assertThat(summary.spendUsd()).isEqualByComparingTo("0.5");
        assertThat(summary.progress()).isEqualTo(new SessionSummary.Progress(TWO_CALLS.key(), 1));
        assertThat(summary.lastSignal()).isNull();

        judging = enforced(TWO_CALLS).judge(session.then(call("b"), end()).envelopes());
        assertThat(judging.session("s").summary().state()).isEqualTo(SessionSummary.State.ENDED);
        assertThat(judging.session("s").summary().lastSignal())
                .isEqualTo(judging.signals().get(0).signalId());
    }

    /** Written out, because each start of a JVM shuffles maps that have no order of their own. */
    @Test
    void aSignalIsTheSameBytesInEveryRun() {
        Session session = session("s").repeats(4, call("get"), round -> result("same"));
        Signal signal = enforced(STUCK).judge(session.envelopes()).signals().get(0);
        assertThat(Json.text(signal)).isEqualTo("""
                        {"schema_version":1,"signal_id":"5676cb96a3937136ed54a6865f9657b7",\
                        "pattern":{"id":"stuck","hash":"d81eea6fb05545f7","version":1,"title":"A test"},\
                        "mode":"enforce","action":"halt","severity":"critical",\
                        "scope":{"kind":"session","tenant":"default","id":"s"},\
                        "tenant_id":"default","session_id":"s","agent_id":"agent",\
                        "position":{"partition":0,"offset":7},"time":1767225607000,"kafka_time":1767225607000,\
                        "message":"get gave the same result 4 times",\
                        "matched":[{"element":"stuck","position":{"partition":0,"offset":7},"time":1767225607000,\
                        "event_type":"tool_response","event_id":"s-8","agent_id":"agent","tool":"get"}],\
                        "values":{"outcome.count":4},"parameters":{"quiet":"1m30s","times":4},"coverage":"full"}""");
    }

    private static Judging enforced(Definition... definitions) {
        return Judging.inMemory(PatternBook.enforcing(List.of(definitions)));
    }
}
