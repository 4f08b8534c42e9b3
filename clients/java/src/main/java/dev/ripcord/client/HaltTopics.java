package dev.ripcord.client;

import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topics of halts and heartbeats, without a group: every guard reads all of it. */
record HaltTopics(Map<String, Object> properties) {
    static final TopicPartition HALTS = new TopicPartition(Topic.HALTS.topicName(), 0);
    static final TopicPartition HEARTBEATS = new TopicPartition(Topic.HEARTBEAT.topicName(), 0);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * @param positions where to go on; what is not in it is read from the beginning
     * @throws KafkaException where Kafka is not reached, or has not got the topics
     */
    KafkaConsumer<byte[], byte[]> open(Map<TopicPartition, Long> positions) {
        var consumer = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            for (TopicPartition one : List.of(HALTS, HEARTBEATS)) {
                if (consumer.partitionsFor(one.topic(), PATIENCE).isEmpty()) {
                    throw new KafkaException("there is no topic " + one.topic());
                }
            }
            consumer.assign(List.of(HALTS, HEARTBEATS));
            consumer.seekToBeginning(consumer.assignment());
            positions.forEach(consumer::seek);
            return consumer;
        } catch (RuntimeException notThere) {
            consumer.close();
            throw notThere;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("client.id", ClientName.TEXT.replace('/', '-'));
        // Soon back after a broker's restart: a halt may be waiting behind it.
        settings.put("reconnect.backoff.max.ms", "1000");
        settings.put("default.api.timeout.ms", "10000");
        settings.putAll(properties);
        settings.remove("group.id");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("fetch.min.bytes", "1");
        settings.put("isolation.level", "read_uncommitted");
        return settings;
    }

    /** Where it is; the properties may hold credentials. */
    @Override
    public String toString() {
        return "Kafka at " + properties.get("bootstrap.servers");
    }

    /** @return whether the consumer has read up to where the topics ended then */
    static boolean isBeyond(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    static ConsumerRecords<byte[], byte[]> poll(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.poll(Duration.ofMillis(500));
    }
}
