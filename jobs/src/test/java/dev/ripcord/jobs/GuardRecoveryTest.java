package dev.ripcord.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.detect.RandomLog;
import dev.ripcord.jobs.library.Library;
import dev.ripcord.pattern.Definition;
import dev.ripcord.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A TaskManager dies with sessions in its cache that no state knows in that form. */
class GuardRecoveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SEED = 7;

    private final Map<Integer, Long> ends = new TreeMap<>();
    private LocalKafka kafka;
    private TestTopics topics;
    private GuardRun guard;

    @BeforeEach
    void start() throws Exception {
        kafka = LocalKafka.start();
        topics = new TestTopics(kafka.bootstrapServers());
        guard = GuardRun.cluster(kafka.bootstrapServers());
        for (Definition definition : Library.all()) {
            topics.publish(definition);
            topics.enforce(definition);
        }
    }

    @AfterEach
    void stop() throws Exception {
        guard.close();
        topics.close();
        kafka.close();
    }

    @Test
    void theSignalsOverAFailureAreThoseOfAJobWithoutOne(@TempDir Path directory) throws Exception {
        List<Envelope> log = RandomLog.of(SEED, 24, 40);
        guard.start(
                "--ripcord.start-from",
                "EARLIEST",
                "--ripcord.state.backend",
                "ROCKSDB",
                "--ripcord.checkpoint.directory",
                directory.resolve("checkpoints").toUri().toString(),
                "--ripcord.checkpoint.interval",
                "1 s",
                "--ripcord.detection.cached-sessions",
                "5");
        awaitActive();
        send(log.subList(0, 400));
        awaitTwoCheckpoints();
        send(log.subList(400, 700));
        guard.killTaskManager();
        send(log.subList(700, log.size()));
        List<String> interrupted = signalsOnceAllIsRead(directory);

        guard.start("--ripcord.start-from", "EARLIEST", "--ripcord.state.backend", "HASHMAP");
        List<String> both = signalsOnceAllIsRead(directory);

        List<String> uninterrupted = both.subList(interrupted.size(), both.size());
        assertThat(uninterrupted).hasSizeGreaterThan(15).doesNotHaveDuplicates();
        assertThat(interrupted.stream().distinct()).containsExactlyInAnyOrderElementsOf(uninterrupted);
    }

    private void send(List<Envelope> events) throws Exception {
        for (Envelope event : events) {
            RecordMetadata written =
                    topics.send(Topic.EVENTS, event.event().session().session(), event.bytes());
            ends.put(written.partition(), written.offset());
        }
    }

    /** One may have begun before what was sent last. */
    private void awaitTwoCheckpoints() throws Exception {
        long before = guard.completedCheckpoints();
        await().atMost(PATIENCE).until(() -> guard.completedCheckpoints() >= before + 2);
    }

    /** Stops the job behind the last event: all that it finds is written by then. */
    private List<String> signalsOnceAllIsRead(Path directory) throws Exception {
        int before = topics.whole(Topic.HEARTBEAT).size();
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<Integer, Long> read = new TreeMap<>();
            topics.all(Topic.HEARTBEAT).stream()
                    .skip(before)
                    .forEach(beat -> read.put(
                            beat.at("/partition").asInt(), beat.at("/offset").asLong()));
            assertThat(read).isEqualTo(ends);
        });
        guard.stopWithSavepoint(directory.resolve("savepoints"));
        return topics.whole(Topic.SIGNALS).stream()
                .map(signal -> signal.at("/signal_id").asText())
                .toList();
    }

    private void awaitActive() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.all(Topic.PATTERN_STATUS))
                        .filteredOn(status -> status.at("/status").asText().equals("active")
                                && status.at("/activate_at").asLong() < System.currentTimeMillis())
                        .hasSize(Library.size()));
    }
}
