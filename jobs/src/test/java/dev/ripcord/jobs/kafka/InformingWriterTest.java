package dev.ripcord.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.signal.Heartbeat;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InformingWriterTest {
    private static final int MANY = 1_000;

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
    void whatIsSentArrives() throws Exception {
        create();
        try (var writer = writer(Duration.ofSeconds(5))) {
            for (int number = 0; number < MANY; number++) {
                writer.write(beat(number), null);
            }
        }
        assertThat(WholeTopic.read(Topic.HEARTBEAT, kafka, (key, value, time, offset) -> offset)).hasSize(MANY);
    }

    /** Each of them would wait a minute for the topic, and then fail the job. */
    @Test
    void aTopicThatIsMissingHoldsNobodyUpAndIsWrittenOnceItIsThere() throws Exception {
        try (var writer = writer(Duration.ofMillis(200))) {
            long begun = System.nanoTime();
            for (int number = 0; number < MANY; number++) {
                writer.write(beat(number), null);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(writer.dropped()).isEqualTo(MANY);

            create();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                writer.write(beat(0), null);
                assertThat(WholeTopic.read(Topic.HEARTBEAT, kafka, (key, value, time, offset) -> offset))
                        .isNotEmpty();
            });
        }
    }

    @Test
    void aBrokerThatIsGoneHoldsNobodyUp() throws Exception {
        create();
        try (var writer = writer(Duration.ofMillis(200))) {
            broker.close();
            long begun = System.nanoTime();
            for (int number = 0; number < MANY; number++) {
                writer.write(beat(number), null);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private InformingWriter<Heartbeat> writer(Duration pause) {
        return new InformingWriter<>(Topic.HEARTBEAT, kafka, RecordForms.HEARTBEAT, pause);
    }

    private static Heartbeat beat(int partition) {
        return new Heartbeat(Heartbeat.SCHEMA_VERSION, partition, 0, 0L, 0L, 0L, 0);
    }

    private void create() throws Exception {
        try (Admin admin = Admin.create(kafka.client())) {
            admin.createTopics(List.of(new NewTopic(Topic.HEARTBEAT.topicName(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }
}
