package dev.ripcord.jobs.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.jobs.heartbeat.Ahead;
import dev.ripcord.jobs.heartbeat.EventLog;
import dev.ripcord.jobs.heartbeat.LogState;
import dev.ripcord.jobs.heartbeat.StartingPoint;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaEventLogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TopicPartition FIRST = new TopicPartition(Topic.EVENTS.topicName(), 0);

    private LocalKafka broker;
    private KafkaSettings kafka;

    @BeforeEach
    void start() throws Exception {
        broker = LocalKafka.start();
        kafka = KafkaSettings.at(broker.bootstrapServers());
        TopicCreation.createMissing(kafka.client(), 2, (short) 1);
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void behindTheLastEventOfATransactionOnlyItsMarkerIsLeft() throws Exception {
        inOneTransaction(3);
        try (var query = open()) {
            awaits(query, Map.of(0, 3L), Map.of(0, Ahead.nothing(3, 4), 1, Ahead.unseen(0, 0)));
        }
    }

    @Test
    void theFirstEventThatWaitsBehindAMarkerIsFoundWithItsTime() throws Exception {
        inOneTransaction(3);
        long time = inOneTransaction(2).timestamp();
        try (var query = open()) {
            awaits(query, Map.of(0, 3L, 1, 0L), Map.of(0, new Ahead(3, 7, 4, time), 1, Ahead.unseen(0, 0)));
        }
    }

    @Test
    void whatWasDeletedDoesNotWait() throws Exception {
        inOneTransaction(3);
        try (Admin admin = Admin.create(kafka.client())) {
            admin.deleteRecords(Map.of(FIRST, RecordsToDelete.beforeOffset(4)))
                    .all()
                    .get();
        }
        try (var query = open()) {
            awaits(query, Map.of(0, 0L, 1, 0L), Map.of(0, Ahead.nothing(0, 4), 1, Ahead.unseen(0, 0)));
        }
    }

    private EventLog.Query open() {
        return new KafkaEventLog(kafka, StartingPoint.BEGINNING).open();
    }

    /** However often it is asked. */
    private static void awaits(EventLog.Query query, Map<Integer, Long> next, Map<Integer, Ahead> ahead) {
        for (long now = 1_000; now <= 3_000; now += 1_000) {
            LogState expected = new LogState(now, ahead);
            long asked = now;
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(query.refresh(asked, next)).isEqualTo(expected));
        }
    }

    /** @return where the first of them stands */
    private RecordMetadata inOneTransaction(int events) throws Exception {
        Properties properties = kafka.producer();
        properties.put("transactional.id", "transactional-agent");
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int number = 0; number < events; number++) {
                sent.add(producer.send(
                        new ProducerRecord<>(FIRST.topic(), FIRST.partition(), null, "{}".getBytes(UTF_8))));
            }
            producer.commitTransaction();
        }
        return sent.get(0).get();
    }
}
