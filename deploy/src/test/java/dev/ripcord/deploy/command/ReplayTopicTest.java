package dev.ripcord.deploy.command;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.Ripcord;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import dev.ripcord.json.Json;
import dev.ripcord.session.Session;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a real broker. */
@Timeout(60)
class ReplayTopicTest {
    private LocalKafka kafka;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void aBroker() throws Exception {
        kafka = LocalKafka.start();
        Topics.create(kafka.bootstrapServers());
        producer = KafkaAddress.of(kafka.bootstrapServers()).producer();
    }

    @AfterEach
    void stop() {
        producer.close();
        kafka.close();
    }

    private void write(Topic topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), value))
                .get();
    }

    private void summary(String session, long steps, String spent, String signal) throws Exception {
        var key = new SessionKey(SessionKey.DEFAULT_TENANT, session);
        var summary = new SessionSummary(
                SessionSummary.SCHEMA_VERSION,
                key.tenant(),
                session,
                null,
                null,
                "agent",
                SessionSummary.State.ACTIVE,
                Session.START,
                Session.START,
                new Position(0, steps),
                steps,
                1,
                new BigDecimal(spent),
                null,
                null,
                signal,
                new SessionSummary.Coverage("full", List.of(), 0, 0, 0, 0));
        write(Topic.SESSIONS, key.key(), Json.bytes(summary));
    }

    private CommandRun run(String... arguments) {
        var words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
        return CommandRun.of(words.toArray(String[]::new));
    }

    @Test
    void aSessionIsReplayedFromWhatKafkaHas() throws Exception {
        for (byte[] event : session("invoice-9").repeats(3, call("status")).json()) {
            write(Topic.EVENTS, "invoice-9", event);
        }

        var run = run("replay", "invoice-9", "--json");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        var lines = run.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(Json.tree(lines.get(2)).at("/kafka_time").asLong()).isPositive();
        assertThat(run.err()).contains("ripcord.patterns has no records there: no signal could be judged again\n");
    }

    @Test
    void aFollowerSeesTheHaltThoughNoEventFollowsAndTheReleaseCountsForThoseThatDo() throws Exception {
        var events = session("invoice-9").repeats(5, call("status")).json();
        write(Topic.EVENTS, "invoice-9", events.get(0));
        var out = new StringWriter();
        var task = new FutureTask<>(() -> Ripcord.run(
                new PrintWriter(out, true),
                new PrintWriter(new StringWriter(), true),
                "replay",
                "invoice-9",
                "--follow",
                "--bootstrap",
                kafka.bootstrapServers()));
        var follower = new Thread(task, "follower");
        follower.start();
        await().untilAsserted(() -> assertThat(out.toString()).contains("status"));

        run("halt", "invoice-9", "--reason=pays twice", "--actor=ann");
        await().untilAsserted(() ->
                assertThat(out.toString()).contains("halt of session/default/invoice-9 by ann at ", ": pays twice"));

        run("release", "invoice-9", "--reason=looked at", "--actor=ann");
        await().untilAsserted(
                        () -> assertThat(out.toString()).contains("release of session/default/invoice-9 by ann at "));
        long counts = WallClock.SYSTEM.millis() + 1_000;
        await().until(() -> WallClock.SYSTEM.millis() > counts);
        write(Topic.EVENTS, "invoice-9", events.get(1));
        await().untilAsserted(() -> assertThat(out.toString()).contains("released"));

        assertThat(out.toString().lines().filter(line -> line.contains("pays twice")))
                .hasSize(1);
        follower.interrupt();
        assertThat(task.get()).isEqualTo(ExitCode.OK);
    }

    @Test
    void sessionsAreListedByWhatMattersAndWithTheirHalts() throws Exception {
        summary("cheap", 9, "0.10", null);
        summary("dear", 2, "7.00", null);
        summary("odd", 5, "0.20", "0123456789abcdef0123456789abcdef");
        var scope = Scope.session(new SessionKey(SessionKey.DEFAULT_TENANT, "cheap"));
        var halt = Halt.byOperator("h-1", scope, "stop", new Actor(Actor.Kind.PERSON, "ann"), 1, null, List.of());
        write(Topic.HALTS, halt.key(), Json.bytes(halt));

        assertThat(listed("--sort", "cost")).containsExactly("dear", "odd", "cheap");
        assertThat(listed("--sort", "steps")).containsExactly("cheap", "odd", "dear");
        assertThat(listed("--sort", "risk")).containsExactly("cheap", "odd", "dear");
        assertThat(listed("--halted")).containsExactly("cheap");
        assertThat(listed("--sort", "cost", "--most", "1")).containsExactly("dear");
        assertThat(run("sessions", "--halted").out())
                .contains("cheap", "halted")
                .doesNotContain("dear");
        assertThat(run("sessions", "--since", "2100-01-01T00:00:00Z").err()).isEqualTo("no session is like that\n");
    }

    @Test
    void whoHasNotSaidThatItStoppedComesBeforeWhoHas() throws Exception {
        summary("confirmed", 3, "9.00", null);
        summary("silent", 3, "0.10", null);
        summary("free", 3, "1.00", null);
        for (String session : List.of("confirmed", "silent")) {
            var scope = Scope.session(new SessionKey(SessionKey.DEFAULT_TENANT, session));
            var halt = Halt.byOperator(
                    "of " + session, scope, "stop", new Actor(Actor.Kind.PERSON, "ann"), 1, null, List.of());
            write(Topic.HALTS, halt.key(), Json.bytes(halt));
        }
        var key = new SessionKey(SessionKey.DEFAULT_TENANT, "confirmed");
        var stopped = new Acknowledgement(
                Acknowledgement.SCHEMA_VERSION,
                "of confirmed",
                Scope.session(key),
                key.tenant(),
                key.session(),
                null,
                Acknowledgement.Status.STOPPED,
                null,
                null,
                1L);
        write(Topic.ACKS, key.key(), Json.bytes(stopped));

        assertThat(listed("--sort", "risk")).containsExactly("silent", "confirmed", "free");
        assertThat(run("sessions", "--halted").out()).contains("halted, stopped");
    }

    private List<String> listed(String... options) throws Exception {
        var words = new ArrayList<>(List.of("sessions", "--json"));
        words.addAll(List.of(options));
        var run = run(words.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        var sessions = new ArrayList<String>();
        for (String line : run.out().lines().toList()) {
            sessions.add(Json.tree(line).at("/summary/session_id").asText());
        }
        return sessions;
    }
}
