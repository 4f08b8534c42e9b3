package dev.ripcord.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing comes any more, and the guard says so: a lag that only an event ends would keep agents stopped for ever. */
class QuietLogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<Integer, String> ALL_READ = Map.of(0, "4: 0 0", 1, "2: 0 0", 2, "-1: 0 0");

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
    void nothingLagsInAQuietLogNeitherBehindMarkersNorAfterARestart(@TempDir Path directory) throws Exception {
        guard.start("--ripcord.start-from", "EARLIEST");
        inOneTransaction(0, 5);
        inOneTransaction(1, 3);
        awaitHeartbeats(ALL_READ);

        Path savepoint = guard.stopWithSavepoint(directory);
        guard.startFrom(savepoint, "--ripcord.start-from", "EARLIEST");
        awaitHeartbeats(ALL_READ);
    }

    @Test
    void aGuardThatStartsAtTheEndHasReadWhatWasThere() throws Exception {
        inOneTransaction(0, 5);
        guard.start();
        awaitHeartbeats(Map.of(0, "-1: 0 0", 1, "-1: 0 0", 2, "-1: 0 0"));
    }

    /** Of those that come from now on. */
    private void awaitHeartbeats(Map<Integer, String> expected) {
        int before = topics.whole(Topic.HEARTBEAT).size();
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<Integer, String> latest = new TreeMap<>();
            List<JsonNode> all = topics.all(Topic.HEARTBEAT);
            all.subList(before, all.size())
                    .forEach(beat -> latest.put(beat.at("/partition").asInt(), inWords(beat)));
            assertThat(latest).isEqualTo(expected);
        });
    }

    private static String inWords(JsonNode beat) {
        return beat.at("/offset").asText() + ": " + beat.path("lag_records").asText("unknown") + " "
                + beat.path("lag_millis").asText("unknown");
    }

    /** Its marker takes an offset of its own behind the events. */
    private void inOneTransaction(int partition, int events) {
        Properties properties = KafkaSettings.at(kafka.bootstrapServers()).producer();
        properties.put("transactional.id", "transactional-agent");
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int number = 0; number < events; number++) {
                producer.send(new ProducerRecord<>(
                        Topic.EVENTS.topicName(), partition, null, "not an event".getBytes(UTF_8)));
            }
            producer.commitTransaction();
        }
    }
}
