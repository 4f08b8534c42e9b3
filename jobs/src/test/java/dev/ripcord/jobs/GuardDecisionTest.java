package dev.ripcord.jobs;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.cost;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.KeyPairFiles;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.TrustedKeys;
import dev.ripcord.jobs.control.ControlRecords;
import dev.ripcord.jobs.library.Library;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.session.Draft;
import dev.ripcord.session.Session;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of halts, between real topics: held, muted, acknowledged, ignored. */
class GuardDecisionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private LocalKafka kafka;
    private TestTopics topics;
    private GuardRun guard;

    @BeforeEach
    void start() throws Exception {
        kafka = LocalKafka.start();
        topics = new TestTopics(kafka.bootstrapServers());
        guard = GuardRun.cluster(kafka.bootstrapServers());
    }

    @AfterEach
    void stop() throws Exception {
        guard.close();
        topics.close();
        kafka.close();
    }

    @Test
    void haltsAreSignedAcknowledgedHeldAndMuted(@TempDir Path directory) throws Exception {
        KeyPairFiles keys = KeyPairFiles.generate("guard-1", directory);
        mute("muted-1");
        startEnforcing(
                "--ripcord.halts.signing-key",
                "guard-1=" + keys.privateKey(),
                "--ripcord.decisions.blast-radius",
                "2",
                "--ripcord.decisions.ack-timeout",
                "3 s");
        loop("muted-1");
        awaitSignals("identical-call", 1);
        loop("first-1");
        awaitHalts(1);
        acknowledge(halts().get(0), Acknowledgement.Status.RECEIVED);
        acknowledge(halts().get(0), Acknowledgement.Status.STOPPED);
        loop("second-2");
        awaitHalts(2);
        loop("third-3");

        awaitSignals("ripcord-halts-held", 1);
        awaitSignals("ripcord-halt-unacknowledged", 1);
        assertThat(signals("ripcord-halt-unacknowledged")
                        .get(0)
                        .at("/session_id")
                        .asText())
                .isEqualTo("second-2");
        String incident = halts().get(0).at("/halt_id").asText();
        assertThat(signals("ripcord-halts-held").get(0).at("/message").asText())
                .contains("ripcord halt --held " + incident + " --reason");
        assertThat(halts()).extracting(halt -> halt.at("/incident").asText()).containsExactly(incident, incident);
        assertThat(topics.signalHeaders())
                .containsEntry("muted-1", Map.of("ripcord-muted", "true"))
                .containsEntry("third-3", Map.of("ripcord-held", incident));
        HaltReader reader = HaltReader.trusting(TrustedKeys.read(Map.of("guard-1", keys.publicKey())));
        for (JsonNode halt : halts()) {
            byte[] text = halt.toString().getBytes(StandardCharsets.UTF_8);
            String session = halt.at("/scope/id").asText();
            assertThat(reader.read("session/default/" + session + "/guard", text))
                    .isInstanceOf(Halt.class);
        }
        assertThat(guard.restarts()).isZero();
    }

    /** Twelve rounds at once: several patterns find it before it can stand still. */
    @Test
    void aBurstIsHaltedOnceByWhatFoundItFirst() throws Exception {
        for (String id : List.of("repeated-calls", "stale-results")) {
            topics.publish(Library.get(id));
            topics.enforce(Library.get(id));
        }
        startEnforcing("--ripcord.decisions.ack-timeout", "8 s");
        loop("burst-1");
        loop("burst-1");
        loop("burst-1");
        awaitSignals("repeated-calls", 1);
        awaitSignals("stale-results", 1);
        awaitHalts(1);
        acknowledge(halts().get(0), Acknowledgement.Status.STOPPED);
        loop("second-2");
        awaitSignals("ripcord-halt-unacknowledged", 1);

        String first = halts().get(0).at("/halt_id").asText();
        assertThat(halts().get(0).at("/pattern/id").asText()).isEqualTo("identical-call");
        assertThat(halts()).extracting(halt -> halt.at("/scope/id").asText()).containsExactly("burst-1", "second-2");
        assertThat(signals("ripcord-halt-unacknowledged"))
                .extracting(alarm -> alarm.at("/session_id").asText())
                .containsExactly("second-2");
        assertThat(topics.signalHeaders()).containsEntry("burst-1", Map.of("ripcord-standing", first));
    }

    @Test
    void anIgnoredHaltIsToldWithItsCostAndThenItsLineageIsHalted() throws Exception {
        startEnforcing("--ripcord.decisions.violation-grace", "200 ms");
        loop("planner-3");
        awaitHalts(1);
        long halted = System.currentTimeMillis();
        await().until(() -> System.currentTimeMillis() > halted + 1_000);

        send("planner-3", cost("0.40"));
        awaitSignals("ripcord-halt-violated", 1);
        long told = System.currentTimeMillis();
        await().until(() -> System.currentTimeMillis() > told + 1_000);
        send("planner-3", cost("0.30"));

        awaitHalts(2);
        JsonNode violated = signals("ripcord-halt-violated").get(0);
        assertThat(violated.at("/scope/id").asText()).isEqualTo("planner-3");
        assertThat(violated.at("/message").asText()).endsWith("1 event since, $0.40");
        JsonNode lineage = halts().get(1);
        assertThat(lineage.at("/scope/kind").asText()).isEqualTo("lineage");
        assertThat(lineage.at("/scope/id").asText()).isEqualTo("planner-3");
        assertThat(lineage.at("/actor/kind").asText()).isEqualTo("system");
        assertThat(lineage.at("/reason").asText()).endsWith("2 events since, $0.70");
        assertThat(signals("ripcord-halt-escalated")).hasSize(1);
        assertThat(guard.restarts()).isZero();
    }

    private void startEnforcing(String... settings) throws Exception {
        String yaml = Library.get("identical-call")
                .source()
                .replace("severity: critical", "severity: critical\nescalation: parent");
        Definition definition =
                DefinitionReader.read("identical-call.yaml", yaml).definitions().get(0);
        topics.publish(definition);
        topics.enforce(definition);
        guard.start(settings);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.all(Topic.PATTERN_STATUS))
                        .anyMatch(status -> status.at("/status").asText().equals("active")
                                && status.at("/activate_at").asLong() < System.currentTimeMillis()));
    }

    private void mute(String session) throws Exception {
        Scope scope = ControlRecords.session(session);
        long now = System.currentTimeMillis();
        Mute mute = Mute.ofScope(scope, "I am watching", new Actor(Actor.Kind.PERSON, "maria"), now, now + 600_000);
        topics.send(Topic.HALTS, mute.key(), Json.bytes(mute));
    }

    private void loop(String session) throws Exception {
        send(session, round(), round(), round(), round());
    }

    private static Draft[] round() {
        return new Draft[] {call("stripe_api.get_status", "{ref: obj_1288}"), result("{state: pending}")};
    }

    private void send(String session, Draft[]... rounds) throws Exception {
        for (Draft[] round : rounds) {
            send(session, round);
        }
    }

    private void send(String session, Draft... drafts) throws Exception {
        Session now = session(session).withoutIds().every(Duration.ofMillis(1)).at(System.currentTimeMillis());
        topics.sendEvents(session, now.then(drafts).json());
    }

    private void acknowledge(JsonNode halt, Acknowledgement.Status status) throws Exception {
        SessionKey session =
                new SessionKey(SessionKey.DEFAULT_TENANT, halt.at("/scope/id").asText());
        Acknowledgement said = new Acknowledgement(
                Acknowledgement.SCHEMA_VERSION,
                halt.at("/halt_id").asText(),
                Scope.session(session),
                session.tenant(),
                session.session(),
                null,
                status,
                null,
                "test",
                System.currentTimeMillis());
        topics.send(Topic.ACKS, session.key(), Json.bytes(said));
    }

    private List<JsonNode> halts() {
        return topics.all(Topic.HALTS).stream()
                .filter(record -> record.at("/kind").asText().equals("halt"))
                .toList();
    }

    private List<JsonNode> signals(String pattern) {
        return topics.all(Topic.SIGNALS).stream()
                .filter(signal -> signal.at("/pattern/id").asText().equals(pattern))
                .toList();
    }

    private void awaitHalts(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(halts()).hasSize(count));
    }

    private void awaitSignals(String pattern, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(signals(pattern)).hasSize(count));
    }
}
