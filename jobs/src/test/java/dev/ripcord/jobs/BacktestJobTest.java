package dev.ripcord.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.control.ControlRecords;
import dev.ripcord.jobs.settings.BacktestSettingsReader;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bounded job finds in the archive is what the guard found, byte for byte. */
class BacktestJobTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long SEED = Long.getLong("seed", 20_260_501L);

    @TempDir
    private Path directory;

    private final History history = DrawnHistory.draw(SEED);
    private final Definition first = DrawnHistory.tuned(1, "'a', 'b'");
    private final Definition second = DrawnHistory.tuned(2, "'c', 'd'");
    private final Map<Integer, Long> ends = new TreeMap<>();

    private LocalKafka kafka;
    private TestTopics topics;

    @BeforeEach
    void start() throws Exception {
        kafka = LocalKafka.start();
        topics = new TestTopics(kafka.bootstrapServers());
    }

    @AfterEach
    void stop() throws Exception {
        topics.close();
        kafka.close();
    }

    @Test
    void itGivesTheSignalsThatTheGuardGaveAlthoughTheArchiveHasRecordsTwice() throws Exception {
        happen();
        Map<String, List<String>> live = bySession(judgedLive());
        archiveTwice();

        Map<String, List<String>> found = bySession(backtested(2));

        assertThat(live.values().stream().mapToInt(List::size).sum()).isGreaterThan(15);
        assertThat(found).as("seed %d", SEED).isEqualTo(live);
        assertThat(bySession(backtested(1))).isEqualTo(live);
    }

    /** Another definition is put in force, and a session released, between two parts of the log. */
    private void happen() throws Exception {
        topics.publish(first);
        topics.publish(second);
        topics.enforce(first);
        inForce();
        send(0);
        topics.activate("tuned", second.hash(), Map.of("times", 2));
        var release = ControlRecords.release(ControlRecords.session("s1"), System.currentTimeMillis());
        topics.send(Topic.HALTS, release.key(), Json.bytes(release));
        inForce();
        send(1);
        topics.send(Topic.EVENTS, "poison", new byte[] {'{'});
    }

    private void inForce() {
        long now = System.currentTimeMillis();
        await().atMost(PATIENCE).until(() -> System.currentTimeMillis() > now + Activation.NOTICE_MILLIS);
    }

    private void send(int part) throws Exception {
        for (Envelope event : history.parts().get(part).events()) {
            RecordMetadata written =
                    topics.send(Topic.EVENTS, event.event().session().session(), event.bytes());
            ends.put(written.partition(), written.offset());
        }
    }

    /** @return what stands on the topic once the guard has read all; but for what it says about halts */
    private List<String> judgedLive() throws Exception {
        try (GuardRun guard = GuardRun.cluster(kafka.bootstrapServers())) {
            guard.start("--ripcord.start-from", "EARLIEST");
            await().atMost(PATIENCE).untilAsserted(() -> {
                Map<Integer, Long> read = new TreeMap<>();
                topics.all(Topic.HEARTBEAT)
                        .forEach(beat -> read.put(
                                beat.at("/partition").asInt(),
                                beat.at("/offset").asLong()));
                assertThat(read)
                        .allSatisfy((partition, offset) ->
                                assertThat(offset).isGreaterThanOrEqualTo(ends.getOrDefault(partition, -1L)));
                assertThat(read.keySet()).containsAll(ends.keySet());
            });
            guard.stopWithSavepoint(directory.resolve("savepoints"));
        }
        return topics.records(Topic.SIGNALS).stream()
                .map(record -> new String(record.value(), UTF_8))
                .filter(signal -> !tree(signal).at("/pattern/id").asText().startsWith("ripcord-"))
                .toList();
    }

    /** The second time by a job that knows nothing of the first. */
    private void archiveTwice() throws Exception {
        try (ArchiveRun archive = new ArchiveRun(kafka.bootstrapServers(), root().toUri());
                ArchiveFiles files = new ArchiveFiles(root())) {
            for (int time = 1; time <= 2; time++) {
                archive.start(1);
                for (ArchiveTable table : List.of(ArchiveTable.EVENTS, ArchiveTable.PATTERNS, ArchiveTable.HALTS)) {
                    int all = topics.records(table.topic()).size() * time;
                    await().atMost(PATIENCE)
                            .untilAsserted(() ->
                                    assertThat(files.all(table, "\"offset\"")).hasSize(all));
                }
                archive.stopWithSavepoint(directory.resolve("savepoints"));
            }
        }
    }

    private List<String> backtested(int parallelism) throws Exception {
        Path output = directory.resolve("backtest-" + parallelism);
        try (MortalCluster cluster = new MortalCluster(parallelism)) {
            var environment = new TestStreamEnvironment(cluster.flink(), parallelism);
            BacktestJob.build(
                    environment,
                    BacktestSettingsReader.read(
                            "--ripcord.archive.root",
                            root().toString(),
                            "--ripcord.backtest.output",
                            output.toString()));
            environment.execute(BacktestJob.NAME);
        }
        List<String> signals = new ArrayList<>();
        try (Stream<Path> files = Files.list(output)) {
            for (Path file : files.toList()) {
                signals.addAll(Files.readAllLines(file));
            }
        }
        return signals;
    }

    private Path root() {
        return directory.resolve("archive");
    }

    private static Map<String, List<String>> bySession(List<String> signals) {
        Map<String, List<String>> bySession = new TreeMap<>();
        for (String signal : new LinkedHashSet<>(signals)) {
            bySession
                    .computeIfAbsent(tree(signal).at("/scope/id").asText(), any -> new ArrayList<>())
                    .add(signal);
        }
        return bySession;
    }

    private static JsonNode tree(String json) {
        try {
            return Json.tree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
