package dev.ripcord.jobs;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.jobs.library.Library;
import dev.ripcord.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Halts are written while what the guard also writes to is away. */
class GuardOutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MANY = 40;

    private LocalKafka kafka;
    private TestTopics topics;
    private GuardRun guard;

    @BeforeEach
    void aGuardThatHalts() throws Exception {
        kafka = LocalKafka.start();
        topics = new TestTopics(kafka.bootstrapServers());
        var definition = Library.get("identical-call");
        topics.publish(definition);
        topics.enforce(definition);
        guard = GuardRun.cluster(kafka.bootstrapServers());
    }

    @AfterEach
    void stop() throws Exception {
        guard.close();
        topics.close();
        kafka.close();
    }

    /** As five minutes without it are where checkpoints are ten seconds apart. */
    @Test
    void ofTheStoreOfCheckpointsForManyCheckpoints(@TempDir Path directory) throws Exception {
        Path store = directory.resolve("checkpoints");
        guard.start(
                "--ripcord.start-from",
                "EARLIEST",
                "--ripcord.checkpoint.interval",
                "100 ms",
                "--ripcord.checkpoint.directory",
                store.toUri().toString());
        await().atMost(PATIENCE).until(() -> guard.completedCheckpoints() > 0);

        Files.move(store, directory.resolve("away"));
        Files.writeString(store, "the store is away");
        await().atMost(PATIENCE).until(() -> guard.failedCheckpoints() >= MANY);
        loop("invoice-9");

        await().atMost(PATIENCE).until(() -> halts() == 1);
        assertThat(guard.restarts()).isZero();
    }

    /** To a producer a topic that was deleted is the same as partitions without a leader: it tries again. */
    @Test
    void ofTheTopicForSignalsWhichAreWrittenOnceItIsBackThoughTheTaskManagerWasLost() throws Exception {
        guard.start("--ripcord.start-from", "EARLIEST", "--ripcord.checkpoint.interval", "500 ms");
        loop("invoice-0");
        await().atMost(PATIENCE).until(() -> halts() == 1);

        topics.delete(List.of(Topic.SIGNALS));
        for (int number = 1; number < 12; number++) {
            loop("invoice-" + number);
        }
        await().atMost(PATIENCE).until(() -> halts() == 12);
        assertThat(guard.restarts()).isZero();

        long before = guard.completedCheckpoints();
        await().atMost(PATIENCE).until(() -> guard.completedCheckpoints() > before + 2);
        guard.killTaskManager();
        topics.createMissing();
        await().atMost(PATIENCE).until(() -> signalled().size() == 11);
        assertThat(signalled()).doesNotContain("invoice-0");
    }

    private Set<String> signalled() {
        Set<String> sessions = new TreeSet<>();
        topics.all(Topic.SIGNALS)
                .forEach(signal -> sessions.add(signal.get("session_id").asText()));
        return sessions;
    }

    private int halts() {
        return topics.all(Topic.HALTS).size();
    }

    private void loop(String session) throws Exception {
        topics.sendEvents(
                session,
                session(session)
                        .repeats(6, call("stripe_api.get_status", "{ref: obj_1288}"), result("{state: pending}"))
                        .json());
    }
}
