package dev.ripcord.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalKafkaTest {
    private static final String TOPIC = "letters";
    private static final int FIVE_MEGABYTES = 5_000_000;

    @Test
    void aRecordOfFiveMegabytesComesBackAsItWasSent() throws Exception {
        var sent = new byte[FIVE_MEGABYTES];
        Arrays.fill(sent, (byte) 'x');
        try (var kafka = LocalKafka.start()) {
            createTopic(kafka);
            send(kafka, sent);

            assertThat(read(kafka, 1))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo(sent));
        }
    }

    @Test
    void aBrokerStartedAgainOnTheSameDirectoryHasTheRecordsOfTheFirst(@TempDir Path directory) throws Exception {
        try (var first = LocalKafka.start(directory, LocalKafka.FREE_PORT)) {
            createTopic(first);
            send(first, new byte[] {1});
        }
        try (var second = LocalKafka.start(directory, LocalKafka.FREE_PORT)) {
            send(second, new byte[] {2});

            assertThat(read(second, 2)).extracting(ConsumerRecord::value).containsExactly(new byte[] {1}, new byte[] {2
            });
        }
        assertThat(directory).isNotEmptyDirectory();
    }

    @Test
    void theTemporaryDirectoryGoesWithTheBroker() {
        var kafka = LocalKafka.start();
        assertThat(kafka.directory()).isNotEmptyDirectory();

        kafka.close();

        assertThat(kafka.directory()).doesNotExist();
    }

    @Test
    void aPortThatIsTakenIsRefusedByName() {
        try (var first = LocalKafka.start()) {
            var port = Integer.parseInt(first.bootstrapServers().split(":")[1]);

            assertThatThrownBy(() -> LocalKafka.start(port))
                    .hasMessageContaining("port " + port + " of 127.0.0.1 is not free")
                    .hasMessageContaining("choose another port");
        }
    }

    @Test
    void aDirectoryInUseIsRefusedAndTheFirstBrokerServesOn(@TempDir Path directory) throws Exception {
        try (var first = LocalKafka.start(directory, LocalKafka.FREE_PORT)) {
            assertThatThrownBy(() -> LocalKafka.start(directory, LocalKafka.FREE_PORT))
                    .hasMessageContaining("another broker is using " + directory);

            createTopic(first);
            send(first, new byte[] {1});
            assertThat(read(first, 1)).hasSize(1);
        }
    }

    @Test
    void askingForATopicDoesNotCreateIt() throws Exception {
        try (var kafka = LocalKafka.start();
                var admin = admin(kafka)) {
            assertThatThrownBy(() ->
                            admin.describeTopics(List.of(TOPIC)).allTopicNames().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    private static Admin admin(LocalKafka kafka) {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private static void createTopic(LocalKafka kafka) throws Exception {
        try (var admin = admin(kafka)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(LocalKafka kafka, byte[] value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.request.size", 6 * 1024 * 1024);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(LocalKafka kafka, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (records.size() < count) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }
}
