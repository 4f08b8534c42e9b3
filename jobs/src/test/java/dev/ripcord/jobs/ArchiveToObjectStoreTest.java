package dev.ripcord.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.archive.ArchiveRow;
import dev.ripcord.jobs.archive.ArchiveTables;
import dev.ripcord.jobs.detect.RandomLog;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.Topic;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The job and a server that speaks S3, through the plugin that a cluster has. */
class ArchiveToObjectStoreTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final long SEED = 13;

    @Test
    void eachRecordIsThereOnceAndByteForByteAlthoughATaskManagerDies() throws Exception {
        List<Envelope> log = RandomLog.of(SEED, 6, 40);
        try (LocalKafka kafka = LocalKafka.start();
                TestTopics topics = new TestTopics(kafka.bootstrapServers());
                ObjectStore store = ObjectStore.start()) {
            URI root = store.bucket().resolve("/archive");
            try (ArchiveRun archive = new ArchiveRun(kafka.bootstrapServers(), root)) {
                // Each file is several requests.
                archive.start(1, "--ripcord.archive.buckets", "2", "--ripcord.checkpoint.interval", "3 s");
                send(log.subList(0, 100), topics);
                await().atMost(PATIENCE)
                        .pollInterval(POLL)
                        .until(() -> !archived(root).isEmpty());
                send(log.subList(100, 150), topics);
                archive.killTaskManager();
                send(log.subList(150, log.size()), topics);

                List<String> written = written(topics);
                await().atMost(PATIENCE)
                        .pollInterval(POLL)
                        .untilAsserted(() -> assertThat(archived(root)).hasSameSizeAs(written));
                assertThat(archived(root)).containsExactlyInAnyOrderElementsOf(written);
            }
        }
    }

    private static void send(List<Envelope> events, TestTopics topics) throws Exception {
        for (Envelope event : events) {
            topics.send(Topic.EVENTS, event.event().session().session(), event.bytes());
        }
    }

    private static List<String> written(TestTopics topics) {
        return topics.records(Topic.EVENTS).stream()
                .map(record -> shown(new Position(record.partition(), record.offset()), record.value()))
                .toList();
    }

    private static List<String> archived(URI root) throws Exception {
        return ArchiveTables.rows(
                        root,
                        ArchiveTable.EVENTS,
                        List.of(ArchiveColumn.PARTITION, ArchiveColumn.OFFSET, ArchiveColumn.VALUE))
                .stream()
                .map(ArchiveToObjectStoreTest::shown)
                .collect(Collectors.toList());
    }

    private static String shown(ArchiveRow row) {
        return shown(
                new Position((Integer) row.value(ArchiveColumn.PARTITION), (Long) row.value(ArchiveColumn.OFFSET)),
                (byte[]) row.value(ArchiveColumn.VALUE));
    }

    private static String shown(Position position, byte[] value) {
        return position + " " + HexFormat.of().formatHex(value);
    }
}
