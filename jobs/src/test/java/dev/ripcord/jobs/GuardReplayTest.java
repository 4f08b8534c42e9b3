package dev.ripcord.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlRecords;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the whole job finds between real topics is what a loop over the same topics finds, byte for byte. */
class GuardReplayTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long SEED = Long.getLong("seed", 20_260_501L);
    private static final String[] FROM_THE_BEGINNING = {"--ripcord.start-from", "EARLIEST"};

    private final History history = DrawnHistory.draw(SEED);
    private final Definition first = DrawnHistory.tuned(1, "'a', 'b'");
    private final Definition second = DrawnHistory.tuned(2, "'c', 'd'");

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
    void aBacklogRescaledKilledAndReadAgainGivesTheSameSignals(@TempDir Path directory) throws Exception {
        topics.publish(first);
        topics.publish(second);
        topics.enforce(first);
        inForce();
        send(0);
        topics.activate("tuned", second.hash(), Map.of("times", 2));
        release("s1");
        inForce();
        send(1);

        guard.at(1).start(FROM_THE_BEGINNING);
        awaitSameAsInProcess();
        Path savepoint = guard.stopWithSavepoint(directory);
        topics.enforce(first);
        release("s2");
        inForce();
        send(2);
        topics.activate("tuned", null, Map.of());
        inForce();
        send(3);
        topics.activate("tuned", first.hash(), Map.of("least", 4));
        inForce();
        guard.at(3).startFrom(savepoint, FROM_THE_BEGINNING);
        awaitSameAsInProcess();
        guard.killTaskManager();
        send(4);
        awaitSameAsInProcess();
        guard.stopWithSavepoint(directory);

        int once = signals().size();
        guard.at(2).start(FROM_THE_BEGINNING);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(signals())
                        .hasSizeGreaterThanOrEqualTo(once + new LinkedHashSet<>(signals()).size()));
        awaitSameAsInProcess();
        assertThat(inProcess().values().stream().mapToInt(List::size).sum()).isGreaterThan(30);
    }

    /** What was written last counts for every event to come. */
    private void inForce() {
        long now = System.currentTimeMillis();
        await().atMost(PATIENCE).until(() -> System.currentTimeMillis() > now + Activation.NOTICE_MILLIS);
    }

    private void send(int part) throws Exception {
        for (Envelope event : history.parts().get(part).events()) {
            topics.send(Topic.EVENTS, event.event().session().session(), event.bytes());
        }
    }

    private void release(String session) throws Exception {
        var release = ControlRecords.release(ControlRecords.session(session), System.currentTimeMillis());
        topics.send(Topic.HALTS, release.key(), Json.bytes(release));
    }

    private void awaitSameAsInProcess() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(bySession(signals())).as("seed %d", SEED).isEqualTo(inProcess()));
    }

    /** @return as they stand on the topic, repeats with them; but for those about halts, which are no part of a replay */
    private List<String> signals() {
        return topics.records(Topic.SIGNALS).stream()
                .map(record -> new String(record.value(), UTF_8))
                .filter(signal -> !tree(signal).at("/pattern/id").asText().startsWith("ripcord-"))
                .toList();
    }

    /** @return in the order of the topic, without repeats */
    private static Map<String, List<String>> bySession(List<String> signals) {
        Map<String, List<String>> bySession = new TreeMap<>();
        for (String signal : new LinkedHashSet<>(signals)) {
            JsonNode scope = tree(signal).at("/scope");
            bySession
                    .computeIfAbsent(
                            "session/" + scope.at("/tenant").asText() + "/"
                                    + scope.at("/id").asText(),
                            first -> new ArrayList<>())
                    .add(signal);
        }
        return bySession;
    }

    private Map<String, List<String>> inProcess() throws Exception {
        List<PatternRecord> patterns = topics.records(Topic.PATTERNS).stream()
                .map(record -> new PatternRecord(key(record), record.value(), record.timestamp(), record.offset()))
                .toList();
        List<ControlRecord> control = topics.records(Topic.HALTS).stream()
                .map(record -> new ControlRecord(key(record), record.value(), record.timestamp(), record.offset()))
                .toList();
        InProcess inProcess = new InProcess(patterns, control);
        inProcess.judge(topics.records(Topic.EVENTS).stream().map(GuardReplayTest::envelope));
        return inProcess.signals();
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8);
    }

    private static Envelope envelope(ConsumerRecord<byte[], byte[]> record) {
        Decoded decoded = EventDecoder.decode(record.value());
        return new Envelope(
                new Position(record.partition(), record.offset()),
                record.timestamp(),
                ((Decoded.Readable) decoded).event(),
                record.value());
    }

    private static JsonNode tree(String json) {
        try {
            return Json.tree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
