package dev.ripcord.client;

import static org.awaitility.Awaitility.await;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of a test, as the guard and operators write them. */
final class HaltLog implements AutoCloseable {
    private final Map<String, Object> client;
    private final KafkaProducer<byte[], byte[]> producer;

    HaltLog(String bootstrapServers) {
        client = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void create() {
        try (var admin = Admin.create(client)) {
            var topics = List.of(Topic.HALTS, Topic.HEARTBEAT, Topic.ACKS).stream()
                    .map(topic -> new NewTopic(topic.topicName(), 1, (short) 1).configs(topic.settings()))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void write(HaltRecord... records) {
        for (HaltRecord record : records) {
            send(Topic.HALTS, record.key(), Records.text(record));
        }
    }

    void remove(String key) {
        send(Topic.HALTS, key, null);
    }

    void heartbeat(long lagMillis) {
        var beat = "{\"schema_version\":1,\"partition\":0,\"offset\":1,\"lag_millis\":" + lagMillis + "}";
        send(Topic.HEARTBEAT, "0", beat.getBytes(StandardCharsets.UTF_8));
    }

    private void send(Topic topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** @return the first ones, once there are so many */
    List<Acknowledgement> acknowledgements(int count) {
        var found = new ArrayList<Acknowledgement>();
        try (var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var acks = List.of(new TopicPartition(Topic.ACKS.topicName(), 0));
            consumer.assign(acks);
            consumer.seekToBeginning(acks);
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> found.add(read(record.value())));
                return found.size() >= count;
            });
        }
        return found;
    }

    private static Acknowledgement read(byte[] value) {
        try {
            return Json.read(value, Acknowledgement.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
