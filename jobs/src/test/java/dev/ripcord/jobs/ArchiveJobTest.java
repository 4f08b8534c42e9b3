package dev.ripcord.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.detect.RandomLog;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveJobTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SEED = 11;
    private static final byte[] UNREADABLE = {(byte) 0xff, 0x00, 0x7b};

    @TempDir
    private Path directory;

    private LocalKafka kafka;
    private TestTopics topics;
    private ArchiveRun archive;
    private ArchiveFiles files;

    @BeforeEach
    void start() throws Exception {
        kafka = LocalKafka.start();
        topics = new TestTopics(kafka.bootstrapServers());
        archive = new ArchiveRun(kafka.bootstrapServers(), root().toUri());
        files = new ArchiveFiles(root());
    }

    @AfterEach
    void stop() throws Exception {
        files.close();
        archive.close();
        topics.close();
        kafka.close();
    }

    private Path root() {
        return directory.resolve("archive");
    }

    @Test
    void eachRecordIsThereOnceAndByteForByteAlthoughATaskManagerDies() throws Exception {
        List<Envelope> log = RandomLog.of(SEED, 24, 40);
        archive.start(2);
        send(log.subList(0, 400));
        topics.send(Topic.EVENTS, "poison", UNREADABLE);
        topics.send(Topic.EVENTS, "tombstone", null);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(archived(ArchiveTable.EVENTS)).isNotEmpty());
        send(log.subList(400, 700));
        archive.killTaskManager();
        send(log.subList(700, log.size()));

        awaitAll(Topic.EVENTS, ArchiveTable.EVENTS);

        // And over a change of parallelism and of buckets.
        Path savepoint = archive.stopWithSavepoint(directory.resolve("savepoints"));
        archive.startFrom(savepoint, 1, "--ripcord.archive.buckets", "4");
        send(log.subList(0, 100));
        awaitAll(Topic.EVENTS, ArchiveTable.EVENTS);
    }

    @Test
    void theOtherTopicsAreKeptAsTheyStandThere() throws Exception {
        topics.send(Topic.HALTS, "session/acme/build-7/guard", json("{'kind': 'halt'}"));
        topics.send(Topic.HALTS, "session/acme/build-7/guard", null);
        topics.send(Topic.HALTS, "lineage/acme/root/operator", json("{'kind': 'release'}"));
        topics.send(Topic.HALTS, "pattern/identical-call/mute", json("{'kind': 'mute'}"));
        topics.send(Topic.ACKS, "acme/a%2Fb", json("{'kind': 'stopped'}"));
        topics.send(Topic.SIGNALS, "acme/build-7", json("{'mode': 'shadow'}"));
        topics.send(Topic.PATTERNS, "identical-call", json("{'mode': 'enforce'}"));
        archive.start(1);

        awaitAll(Topic.HALTS, ArchiveTable.HALTS);
        awaitAll(Topic.ACKS, ArchiveTable.ACKS);
        awaitAll(Topic.SIGNALS, ArchiveTable.SIGNALS);
        awaitAll(Topic.PATTERNS, ArchiveTable.PATTERNS);
        assertThat(files.all(ArchiveTable.HALTS, "concat_ws(' ', tenant, session_id)"))
                .containsExactly("acme build-7", "acme build-7", "acme", "");
        assertThat(files.all(ArchiveTable.ACKS, "concat_ws(' ', tenant, session_id)"))
                .containsExactly("acme a/b");
        assertThat(files.all(ArchiveTable.PATTERNS, "key")).containsExactly("identical-call");
        assertThat(files.all(ArchiveTable.HALTS, "bucket").stream().distinct()).containsExactly("00-of-01");
    }

    private void send(List<Envelope> events) throws Exception {
        for (Envelope event : events) {
            topics.send(Topic.EVENTS, event.event().session().session(), event.bytes());
        }
    }

    private void awaitAll(Topic topic, ArchiveTable table) throws Exception {
        List<String> written = topics.records(topic).stream()
                .sorted(Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
                        .thenComparingLong(ConsumerRecord::offset))
                .map(ArchiveJobTest::shown)
                .toList();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(archived(table)).hasSameSizeAs(written));
        assertThat(archived(table)).isEqualTo(written);
    }

    private List<String> archived(ArchiveTable table) throws Exception {
        return files.all(table, "concat_ws(' ', partition, \"offset\", kafka_time, coalesce(hex(value), '-'))");
    }

    private static String shown(ConsumerRecord<byte[], byte[]> record) {
        String value =
                record.value() == null ? "-" : HexFormat.of().withUpperCase().formatHex(record.value());
        return record.partition() + " " + record.offset() + " " + record.timestamp() + " " + value;
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
