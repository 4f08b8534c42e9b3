package dev.ripcord.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.signal.Heartbeat;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Any topic will do: what is written here are heartbeats. */
class LastingWriterTest {
    private static final int MANY = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Clock clock = new Clock();
    private LocalKafka broker;
    private KafkaSettings kafka;

    @BeforeEach
    void start() {
        broker = LocalKafka.start();
        kafka = KafkaSettings.at(broker.bootstrapServers());
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void whatIsSentArrivesAndIsNotPartOfASnapshotThen() throws Exception {
        create();
        try (var writer = writer()) {
            write(writer);
            await().atMost(PATIENCE).until(() -> writer.unwritten() == 0);
            assertThat(writer.snapshotState(1)).isEmpty();
        }
        assertThat(written()).isEqualTo(MANY);
    }

    @Test
    void whereTheTopicIsMissingAllIsPartOfTheSnapshotAndIsWrittenByWhoGoesOnFromIt() throws Exception {
        List<Optional<UnwrittenRecord>> snapshot = new ArrayList<>();
        try (var writer = writer()) {
            write(writer);
            writer.flush(false);
            var serializer = new UnwrittenRecordSerializer();
            for (Optional<UnwrittenRecord> unwritten : writer.snapshotState(1)) {
                snapshot.add(serializer.deserialize(serializer.getVersion(), serializer.serialize(unwritten)));
            }
            assertThat(snapshot).hasSize(MANY);
        }
        create();
        try (var writer = writer()) {
            writer.restore(snapshot);
            await().atMost(PATIENCE).until(() -> {
                clock.tick();
                return writer.unwritten() == 0;
            });
        }
        assertThat(written()).isEqualTo(MANY);
    }

    @Test
    void itIsTriedAgainWithoutAFurtherRecord() throws Exception {
        try (var writer = writer()) {
            write(writer);
            create();
            await().atMost(PATIENCE).until(() -> {
                clock.tick();
                return writer.unwritten() == 0;
            });
        }
        assertThat(written()).isEqualTo(MANY);
    }

    @Test
    void atTheEndOfTheInputAllIsWritten() throws Exception {
        create();
        try (var writer = writer()) {
            write(writer);
            writer.flush(true);
            assertThat(writer.unwritten()).isZero();
        }
        assertThat(written()).isEqualTo(MANY);
    }

    @Test
    void aRecordThatNoBrokerTakesHoldsUpNoOther() throws Exception {
        create();
        try (var writer = new LastingWriter<>(Topic.HEARTBEAT, kafka, new Padded(), clock, Duration.ofMillis(100))) {
            writer.write(Topic.MAX_RECORD_BYTES + 1, null);
            writer.write(10, null);
            writer.flush(true);
            assertThat(writer.dropped()).isEqualTo(1);
        }
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void headersLastAsWell() throws Exception {
        var record = new UnwrittenRecord(new byte[] {1}, new byte[] {2, 3}, Map.of("ripcord-sig", "ops-1:abc"));
        var serializer = new UnwrittenRecordSerializer();
        var read = serializer.deserialize(serializer.getVersion(), serializer.serialize(Optional.of(record)));
        assertThat(read.orElseThrow().headers()).isEqualTo(record.headers());
        assertThat(UnwrittenRecord.of(read.orElseThrow().to(Topic.SIGNALS)))
                .usingRecursiveComparison()
                .isEqualTo(record);
    }

    /** Whose writers note transactions, of which there were none. */
    @Test
    void whatKafkaSinkLeftInASavepointIsNothingToWrite() throws Exception {
        assertThat(new UnwrittenRecordSerializer().deserialize(2, new byte[] {0, 0, 0, 1}))
                .isEmpty();
    }

    private LastingWriter<Heartbeat> writer() {
        return new LastingWriter<>(Topic.HEARTBEAT, kafka, RecordForms.HEARTBEAT, clock, Duration.ofMillis(100));
    }

    private static void write(LastingWriter<Heartbeat> writer) throws Exception {
        for (int number = 0; number < MANY; number++) {
            writer.write(new Heartbeat(Heartbeat.SCHEMA_VERSION, number, 0, 0L, 0L, 0L, 0), null);
        }
    }

    private int written() throws Exception {
        return WholeTopic.read(Topic.HEARTBEAT, kafka, (key, value, time, offset) -> offset)
                .size();
    }

    private void create() throws Exception {
        try (Admin admin = Admin.create(kafka.client())) {
            admin.createTopics(List.of(new NewTopic(Topic.HEARTBEAT.topicName(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** A value as long as is asked for. */
    private static final class Padded implements RecordForm<Integer> {
        private static final long serialVersionUID = 1L;

        @Override
        public String key(Integer length) {
            return "padded";
        }

        @Override
        public byte[] value(Integer length) {
            return new byte[length];
        }
    }

    /** A task's time, which comes when it is told to. */
    private static final class Clock implements ProcessingTimeService {
        private ProcessingTimeCallback due;

        @Override
        public long getCurrentProcessingTime() {
            return 0;
        }

        @Override
        public ScheduledFuture<?> registerTimer(long timestamp, ProcessingTimeCallback target) {
            due = target;
            return null;
        }

        void tick() throws Exception {
            due.onProcessingTime(0);
        }
    }
}
