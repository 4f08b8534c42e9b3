package dev.ripcord.console;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Writer;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Heartbeat;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics as the guard, agents and other readers of Kafka see them. */
public final class Topics implements AutoCloseable {
    private static final int EVENT_PARTITIONS = 3;

    private final Properties client = new Properties();
    private final KafkaProducer<byte[], byte[]> producer;

    public Topics(String bootstrapServers) {
        client.put("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Creates all of them. */
    public Topics created() throws Exception {
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(topic.topicName(), topic.partitions(EVENT_PARTITIONS), (short) 1)
                                    .configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
        }
        return this;
    }

    public Properties client() {
        return client;
    }

    /** A session that nobody else has. */
    public static SessionKey session() {
        return new SessionKey(SessionKey.DEFAULT_TENANT, "session-" + UUID.randomUUID());
    }

    /** @return its offset */
    public long write(Topic topic, String key, byte[] value) throws Exception {
        return producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(StandardCharsets.UTF_8), value))
                .get()
                .offset();
    }

    public long write(HaltRecord record) throws Exception {
        return write(Topic.HALTS, record.key(), Json.bytes(record));
    }

    public long remove(String key) throws Exception {
        return write(Topic.HALTS, key, null);
    }

    /** As GuardJob writes it. */
    public static Halt guardHalt(Scope scope, long offset) {
        return new Halt(
                Halt.SCHEMA_VERSION,
                UUID.randomUUID().toString().replace("-", ""),
                Writer.GUARD,
                scope,
                "the same call 4 times",
                new Actor(Actor.Kind.PATTERN, "identical-call@0f3a5c7e9b1d2468"),
                offset,
                null,
                new Position(0, offset),
                null,
                List.of(),
                Map.of(),
                null,
                null,
                List.of(),
                null,
                null);
    }

    public void heartbeat(long lagMillis) throws Exception {
        Heartbeat heartbeat =
                new Heartbeat(Heartbeat.SCHEMA_VERSION, 0, 7, 1L, 0L, lagMillis, WallClock.SYSTEM.millis());
        write(Topic.HEARTBEAT, "0", Json.bytes(heartbeat));
    }

    /** @return all that the topic holds now */
    public List<ConsumerRecord<byte[], byte[]>> all(Topic topic) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put("auto.offset.reset", "earliest");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
