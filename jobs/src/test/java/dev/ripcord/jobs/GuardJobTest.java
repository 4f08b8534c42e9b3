package dev.ripcord.jobs;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.cost;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.jobs.library.Library;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Definition;
import dev.ripcord.session.Session;
import dev.ripcord.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job between real topics. What each operator does by itself is tested beside it. */
class GuardJobTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String[] FROM_THE_BEGINNING = {"--ripcord.start-from", "EARLIEST"};

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
    void theThreeFamiliesAreHaltedAndTheHealthySessionIsNot() throws Exception {
        enforceLibrary();
        guard.start(FROM_THE_BEGINNING);
        awaitActive(Library.size());

        send(session("healthy-1")
                .repeats(20, call("ci.progress", "{id: 7}"), round -> result("{percent: " + round + "}")));
        send(session("invoice-9")
                .repeats(4, call("stripe_api.get_status", "{ref: obj_1288}"), result("{state: pending_review}")));
        send(session("planner-3").repeats(8, decision("ask the ledger"), decision("check before asking the ledger")));
        send(session("research-5").repeats(10, cost("0.01")).repeats(3, cost("0.40")));

        awaitRecords(Topic.HALTS, 3);
        assertThat(signalOf("invoice-9").at("/pattern/id").asText()).isEqualTo("identical-call");
        assertThat(signalOf("invoice-9").at("/position/offset").asLong())
                .isEqualTo(
                        signalOf("invoice-9").at("/matched/0/position/offset").asLong());
        assertThat(signalOf("invoice-9").at("/matched/0/event_id").asText()).isEqualTo("invoice-9-8");
        assertThat(signalOf("planner-3").at("/pattern/id").asText()).isEqualTo("reasoning-loop");
        assertThat(signalOf("research-5").at("/pattern/id").asText()).isEqualTo("cost-spike");
        assertThat(signalOf("research-5").at("/spend_usd").decimalValue()).isEqualByComparingTo("1.3");
        assertThat(topics.all(Topic.SIGNALS))
                .extracting(signal -> signal.at("/session_id").asText())
                .doesNotContain("healthy-1");
        awaitSessions("healthy-1", summary -> summary.at("/steps").asLong() == 40);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.all(Topic.HEARTBEAT))
                        .extracting(beat -> beat.at("/partition").asInt())
                        .contains(0, 1, 2));
    }

    @Test
    void poisonIsDeadLetteredWithItsReasonAndTheJobGoesOn() throws Exception {
        enforceLibrary();
        guard.start(FROM_THE_BEGINNING);
        awaitActive(Library.size());

        for (byte[] poison : Poison.RECORDS) {
            topics.send(Topic.EVENTS, "poison", poison);
        }
        for (byte[] odd : Poison.ODD_BUT_EVENTS) {
            topics.send(Topic.EVENTS, "odd", odd);
        }
        send(session("invoice-9").repeats(4, call("status", "{ref: 1}"), result("{state: pending}")));

        awaitRecords(Topic.DEAD_EVENTS, Poison.RECORDS.size());
        awaitRecords(Topic.HALTS, 1);
        awaitSessions("odd", summary -> summary.at("/steps").asLong() == Poison.ODD_BUT_EVENTS.size());
        assertThat(topics.all(Topic.DEAD_EVENTS))
                .hasSize(Poison.RECORDS.size())
                .allSatisfy(
                        letter -> assertThat(letter.at("/reasons/0").asText()).isNotBlank());
        assertThat(guard.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(guard.restarts()).isZero();
    }

    @Test
    void aBadPatternIsRefusedWithItsReasonWhileTheOthersWork() throws Exception {
        enforceLibrary();
        String bad = Library.get("identical-call").source().replace("outcome.in_a_row >=", "outcome.in_a_raw >=");
        topics.send(
                Topic.PATTERNS,
                "identical-call@0000000000000000",
                ("{\"schema_version\":1,\"id\":\"identical-call\",\"hash\":\"0000000000000000\",\"version\":2,\"yaml\":"
                                + Json.text(bad) + ",\"actor\":\"test\"}")
                        .getBytes(UTF_8));
        topics.send(Topic.PATTERNS, "nonsense", "{".getBytes(UTF_8));
        guard.start(FROM_THE_BEGINNING);
        awaitActive(Library.size());

        send(session("invoice-9").repeats(4, call("status", "{ref: 1}"), result("{state: pending}")));

        awaitRecords(Topic.HALTS, 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.all(Topic.PATTERN_STATUS))
                        .filteredOn(status -> status.at("/status").asText().equals("refused"))
                        .extracting(status -> status.at("/key").asText())
                        .contains("identical-call@0000000000000000", "nonsense"));
        assertThat(topics.all(Topic.PATTERN_STATUS).toString()).contains("in_a_row");
    }

    /** No snapshot holds it, and no record comes, neither of a pattern nor of an event: it is enough that a guard starts. */
    @Test
    void whatIsRefusedIsToldOfAgainByAGuardThatStartsFromASavepoint(@TempDir Path directory) throws Exception {
        topics.send(Topic.PATTERNS, "nonsense", "{".getBytes(UTF_8));
        guard.start(FROM_THE_BEGINNING);
        awaitRecords(Topic.PATTERN_STATUS, 1);

        guard.startFrom(guard.stopWithSavepoint(directory), FROM_THE_BEGINNING);

        awaitRecords(Topic.PATTERN_STATUS, 2);
        assertThat(topics.whole(Topic.PATTERN_STATUS))
                .extracting(status ->
                        status.at("/key").asText() + " " + status.at("/status").asText())
                .containsExactly("nonsense refused", "nonsense refused");
    }

    @Test
    void aPatternActivatedWhileTheJobRunsJudgesWhatComesAfter() throws Exception {
        guard.start(FROM_THE_BEGINNING);
        send(session("before-1").repeats(4, call("status", "{ref: 1}"), result("{state: pending}")));
        awaitSessions("before-1", summary -> summary.at("/steps").asLong() == 8);

        Definition definition = Library.get("identical-call");
        topics.publish(definition);
        topics.enforce(definition);
        awaitActive(1);

        await().atMost(PATIENCE).untilAsserted(() -> {
            send(session("after-" + System.nanoTime()).repeats(4, call("status", "{ref: 1}"), result("{state: p}")));
            assertThat(topics.all(Topic.HALTS)).isNotEmpty();
        });
        assertThat(topics.all(Topic.SIGNALS))
                .extracting(signal -> signal.at("/session_id").asText())
                .doesNotContain("before-1");
    }

    @Test
    void whereNobodyCanBeToldHowThingsStandRunawaysAreHaltedAllTheSame() throws Exception {
        enforceLibrary();
        topics.delete(List.of(Topic.SESSIONS, Topic.PATTERN_STATUS, Topic.HEARTBEAT));
        guard.start(FROM_THE_BEGINNING);

        await().atMost(PATIENCE).untilAsserted(() -> {
            send(session("loop-" + System.nanoTime()).repeats(4, call("status", "{ref: 1}"), result("{state: p}")));
            assertThat(topics.all(Topic.HALTS)).hasSizeGreaterThan(2);
        });
        assertThat(guard.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(guard.restarts()).isZero();
    }

    @Test
    void aSavepointInTheMiddleOfAMatchLosesNothingAndRepeatsNothing(@TempDir Path directory) throws Exception {
        enforceLibrary();
        String[] rocksdb = {
            "--ripcord.start-from",
            "EARLIEST",
            "--ripcord.state.backend",
            "ROCKSDB",
            "--ripcord.checkpoint.directory",
            directory.resolve("checkpoints").toUri().toString()
        };
        guard.start(rocksdb);
        awaitActive(Library.size());
        List<byte[]> spike = session("research-5")
                .repeats(10, cost("0.01"))
                .repeats(3, cost("0.40"))
                .json();
        List<byte[]> loop = session("invoice-9")
                .repeats(4, call("status", "{ref: 1}"), result("{state: pending}"))
                .json();
        topics.sendEvents("research-5", spike.subList(0, 12));
        topics.sendEvents("invoice-9", loop.subList(0, 7));
        awaitSessions("research-5", summary -> summary.at("/steps").asLong() == 12);
        awaitSessions("invoice-9", summary -> summary.at("/steps").asLong() == 7);

        Path savepoint = guard.stopWithSavepoint(directory.resolve("savepoints"));
        topics.sendEvents("research-5", spike.subList(12, 13));
        topics.sendEvents("invoice-9", loop.subList(7, 8));
        assertThat(topics.all(Topic.HALTS)).isEmpty();
        guard.startFrom(savepoint, rocksdb);

        awaitRecords(Topic.HALTS, 2);
        assertThat(signalOf("research-5").at("/matched")).hasSize(3);
        assertThat(signalOf("research-5").at("/matched/0/event_id").asText()).isEqualTo("research-5-11");
        assertThat(signalOf("invoice-9").at("/pattern/id").asText()).isEqualTo("identical-call");
        assertThat(topics.all(Topic.SIGNALS)).hasSize(2);
    }

    private void enforceLibrary() throws Exception {
        for (Definition definition : Library.all()) {
            topics.publish(definition);
            topics.enforce(definition);
        }
    }

    /** Activations come into force half a second after their record; events before that are judged without them. */
    private void awaitActive(int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.all(Topic.PATTERN_STATUS))
                        .filteredOn(status -> status.at("/status").asText().equals("active")
                                && status.at("/activate_at").asLong() < System.currentTimeMillis())
                        .hasSize(count));
    }

    private void send(Session session) throws Exception {
        List<byte[]> events = session.json();
        topics.sendEvents(Poison.sessionOf(events.get(0)), events);
    }

    private void awaitRecords(Topic topic, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.all(topic)).hasSizeGreaterThanOrEqualTo(count));
        assertThat(topics.all(topic)).hasSize(count);
    }

    private void awaitSessions(String session, Predicate<JsonNode> holds) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.all(Topic.SESSIONS))
                        .filteredOn(
                                summary -> summary.at("/session_id").asText().equals(session))
                        .anyMatch(holds));
    }

    private JsonNode signalOf(String session) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.all(Topic.SIGNALS))
                        .anyMatch(signal -> signal.at("/session_id").asText().equals(session)));
        return topics.all(Topic.SIGNALS).stream()
                .filter(signal -> signal.at("/session_id").asText().equals(session))
                .findFirst()
                .orElseThrow();
    }
}
