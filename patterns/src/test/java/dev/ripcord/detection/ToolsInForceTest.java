package dev.ripcord.detection;

import static dev.ripcord.detection.Definitions.definition;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.Step;
import dev.ripcord.fact.VolatileFields;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Document;
import dev.ripcord.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of tools changes what facts count, and so what patterns find. */
class ToolsInForceTest {
    private static final Definition AGAIN =
            definition("again", "sequence: [{name: again, where: \"call.in_a_row >= 4\"}]");
    private static final Definition STUCK =
            definition("stuck", "sequence: [{name: stuck, where: \"stall.no_progress >= 4.0\"}]");

    private static final Document HEARTBEAT = Definitions.tools(
            "heartbeats",
            "tools: [{tool: heartbeat, role: exempt, why: It tells the scheduler that the agent lives.}]");
    private static final Document CHECKS =
            Definitions.tools("checks", "tools: [{tool: check_*, role: waits, why: They ask how a job gets on.}]");
    private static final Document TOKENS = Definitions.tools(
            "tokens", "tools: [{tool: search, volatile: session_token, why: A token of each request.}]");

    @Test
    void anExemptToolNeitherCountsNorResets() {
        List<Envelope> log = session("a")
                .repeats(
                        4,
                        round -> List.of(
                                call("read", "{file: x}"),
                                result("same"),
                                call("heartbeat", "{beat: " + round + "}"),
                                result("ok")))
                .envelopes();

        assertThat(facts(log, Fact.CALL_IN_A_ROW)).containsOnly(1L);
        assertThat(found(log, AGAIN)).isEmpty();
        assertThat(facts(log, Fact.CALL_IN_A_ROW, HEARTBEAT)).containsExactly(1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L);
        assertThat(found(log, AGAIN, HEARTBEAT)).containsExactly(12L, 13L);
        assertThat(facts(log, Fact.SESSION_CALLS, HEARTBEAT)).endsWith(4L);
        assertThat(facts(log, Fact.SESSION_STEPS, HEARTBEAT)).endsWith(16L);
    }

    @Test
    void aLoopOfAnExemptToolAloneIsNone() {
        List<Envelope> log =
                session("a").repeats(9, call("heartbeat", "{}"), result("ok")).envelopes();

        assertThat(found(log, AGAIN)).isNotEmpty();
        assertThat(found(log, AGAIN, HEARTBEAT)).isEmpty();
    }

    @Test
    void pollingWithChangingResultsIsNoStallWhateverIsSaidOfTheTool() {
        List<Envelope> log = session("a")
                .repeats(9, call("check_job", "{id: 7}"), round -> result("{progress: " + round + "}"))
                .envelopes();

        assertThat(found(log, STUCK)).isEmpty();
        assertThat(found(log, STUCK, CHECKS)).isEmpty();
    }

    @Test
    void aToolThatWaitsIsHalfAsStuckWithTheSameResults() {
        List<Envelope> log = session("a")
                .repeats(12, call("check_job", "{id: 7}"), result("{state: pending}"))
                .envelopes();

        assertThat(found(log, STUCK).get(0)).isEqualTo(8L);
        assertThat(found(log, STUCK, CHECKS).get(0)).isEqualTo(16L);
    }

    /** With the pattern that is shipped, whose override bears forty equal answers. */
    @Test
    void aToolThatPollsMayAskOftenerByTheOverrideForItsRole() {
        Definition shipped = DefinitionReader.read(List.of(Path.of("library/identical-call.yaml")))
                .definitions()
                .get(0);
        Document polls =
                Definitions.tools("checks", "tools: [{tool: check_*, role: polls, why: They ask how a job gets on.}]");
        List<Envelope> log = session("a")
                .repeats(41, call("check_job", "{id: 7}"), result("{state: pending}"))
                .envelopes();

        assertThat(found(log, shipped).get(0)).isEqualTo(7L);
        assertThat(found(log, shipped, CHECKS).get(0)).isEqualTo(7L);
        assertThat(found(log, shipped, polls)).containsExactly(79L);
        assertThat(facts(log, Fact.CALL_POLLS, polls)).hasSize(82).containsOnly(true);
        assertThat(facts(log, Fact.CALL_POLLS, CHECKS)).isEmpty();
    }

    @Test
    void aVolatileArgumentMakesRetriesEqual() {
        List<Envelope> log = session("a")
                .repeats(
                        4,
                        round -> List.of(
                                call("search", "{query: x, session_token: t" + round + "}"), result("nothing found")))
                .envelopes();

        assertThat(found(log, AGAIN)).isEmpty();
        assertThat(found(log, AGAIN, TOKENS)).containsExactly(6L, 7L);
        assertThat(facts(log, Fact.OUTCOME_COUNT, TOKENS)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void theArgumentsThatNeverCountStillDoNot() {
        List<Envelope> log = session("a")
                .repeats(
                        4,
                        round -> List.of(call(
                                "search", "{query: x, request_id: r" + round + ", session_token: t" + round + "}")))
                .envelopes();

        assertThat(found(log, AGAIN, TOKENS)).containsExactly(3L);
    }

    @Test
    void aToolThatOnlySpeaksCanBeMadeToCount() {
        Document acts = Definitions.tools("acts", "tools: [{tool: respond, role: acts, why: It writes a file here.}]");
        List<Envelope> log =
                session("a").repeats(4, call("respond", "{text: x}")).envelopes();

        assertThat(found(log, AGAIN)).isEmpty();
        assertThat(found(log, AGAIN, acts)).containsExactly(3L);
    }

    @Test
    void onlyTheTenantsAndAgentsThatItIsSaidOfAreConcerned() {
        Document ofAcme = Definitions.tools(
                "heartbeats",
                "applies_to: {tenant: acme, agent: invoice-*}",
                "tools: [{tool: heartbeat, role: exempt, why: It tells the scheduler that the agent lives.}]");

        assertThat(found(beats("acme", "invoice-9"), AGAIN, ofAcme)).isEmpty();
        assertThat(found(beats("acme", "other"), AGAIN, ofAcme)).isNotEmpty();
        assertThat(found(beats("default", "invoice-9"), AGAIN, ofAcme)).isNotEmpty();
    }

    private static List<Envelope> beats(String tenant, String agent) {
        return session("a")
                .tenant(tenant)
                .agent(agent)
                .repeats(4, call("heartbeat", "{}"))
                .envelopes();
    }

    @Test
    void whatIsSaidOfFewerCountsBeforeWhatIsSaidOfMore() {
        Document everybody = beat("z-all", "exempt", "");
        Document tenant = beat("m-tenant", "acts", "applies_to: {tenant: acme}");
        Document agent = beat("a-agent", "exempt", "applies_to: {agent: invoice-*}");

        assertThat(found(beats("other", "b"), AGAIN, everybody, tenant)).isEmpty();
        assertThat(found(beats("acme", "b"), AGAIN, everybody, tenant)).containsExactly(3L);
        assertThat(found(beats("acme", "invoice-9"), AGAIN, everybody, tenant, agent))
                .isEmpty();
        assertThat(found(beats("acme", "b"), AGAIN, everybody, beat("zz-all", "acts", "")))
                .as("of equals the later id")
                .containsExactly(3L);
    }

    private static Document beat(String id, String role, String appliesTo) {
        return Definitions.tools(id, appliesTo, "tools: [{tool: heartbeat, role: " + role + ", why: A test.}]");
    }

    @Test
    void argumentsThatDoNotCountAddUpOverProfiles() {
        Document more = Definitions.tools(
                "more", "tools: [{tool: sea*, volatile: trace, role: acts, why: Our proxy adds it.}]");
        List<Envelope> log = session("a")
                .repeats(
                        4,
                        round ->
                                List.of(call("search", "{q: x, session_token: t" + round + ", trace: r" + round + "}")))
                .envelopes();

        assertThat(found(log, AGAIN, TOKENS)).isEmpty();
        assertThat(found(log, AGAIN, TOKENS, more)).containsExactly(3L);
    }

    @Test
    void anEventWithoutAToolOrOfAnotherIsLeftAsItIs() {
        List<Envelope> log = session("a")
                .repeats(3, round -> List.of(decision("go on"), call("read", "{file: x}"), result("same")))
                .envelopes();
        ToolsInForce tools =
                book(HEARTBEAT, CHECKS, TOKENS).at("default", Session.START).tools();

        assertThat(log)
                .map(event -> DigestedEvent.of(event, VolatileFields.DEFAULT))
                .allSatisfy(event ->
                        assertThat(tools.read(event, VolatileFields.DEFAULT)).isSameAs(event));
    }

    @Test
    void thereMayBeAnyNumberOfToolsAndAgents() {
        Document ofSome = beat("some", "exempt", "applies_to: {agent: a-*}");
        Session many = session("a");
        for (int number = 0; number < 3_000; number++) {
            many.agent("agent-" + number).then(call("tool-" + number, "{}"));
        }
        many.agent("a-1").repeats(4, call("heartbeat", "{}"));

        assertThat(found(many.envelopes(), AGAIN, ofSome)).isEmpty();
    }

    private static PatternBook book(Document... documents) {
        return PatternBook.enforcing(List.of(documents));
    }

    /** @return offsets of the completing events */
    private static List<Long> found(List<Envelope> log, Definition pattern, Document... tools) {
        List<Document> documents = new ArrayList<>(List.of(tools));
        documents.add(pattern);
        return Judging.inMemory(PatternBook.enforcing(documents)).judge(log).offsets();
    }

    /** @return what the fact was where it was known */
    private static List<Object> facts(List<Envelope> log, Fact fact, Document... tools) {
        List<Object> values = new ArrayList<>();
        SessionDetector detector = new SessionDetector(DetectionLimits.DEFAULT);
        PatternBook book = book(tools);
        SessionState session = new SessionState(log.get(0).event().session(), DetectionLimits.DEFAULT);
        for (Envelope event : log) {
            Optional<Step> step = detector.judge(session, event, book.at("default", event.kafkaTime()))
                    .step();
            values.add(step.map(known -> known.facts().value(fact)).orElse(null));
        }
        return values.stream().filter(Objects::nonNull).toList();
    }
}
