package dev.ripcord.console.topic;

import dev.ripcord.topic.Topic;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the clients that the gateway needs, from the settings that all of them share. */
public final class KafkaClients {
    /** For the key, the headers and the batch around a record. */
    private static final int ENVELOPE_BYTES = 64 * 1024;

    private static final Map<String, Object> PATIENCE =
            Map.of("default.api.timeout.ms", "5000", "request.timeout.ms", "5000", "reconnect.backoff.max.ms", "500");

    private static final Map<String, Object> READING =
            Map.of("enable.auto.commit", "false", "auto.offset.reset", "earliest", "client.id", "ripcord-gateway");

    /** Linger 0: somebody waits for each record. */
    private static final Map<String, Object> WRITING = Map.of(
            "acks", "all",
            "linger.ms", "0",
            "max.request.size", Integer.toString(Topic.MAX_RECORD_BYTES + ENVELOPE_BYTES),
            "max.block.ms", "5000",
            "delivery.timeout.ms", "10000",
            "client.id", "ripcord-gateway");

    private final Properties shared;

    /** @param shared what every client is told: {@code bootstrap.servers}, credentials */
    public KafkaClients(Properties shared) {
        this.shared = shared;
    }

    /** A consumer without a group: it reads what it is assigned, and leaves no trace on the broker. */
    public KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(with(READING), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The same, but it fails where an offset that it is to read is gone: nothing is passed over in silence. */
    public KafkaConsumer<byte[], byte[]> exactConsumer() {
        Properties exact = with(READING);
        exact.put("auto.offset.reset", "none");
        // A consumer that is closed waits for the fetch that it has sent ahead; somebody waits for what was read.
        exact.put("fetch.max.wait.ms", "20");
        // Who looks for a topic must not make it.
        exact.put("allow.auto.create.topics", "false");
        return new KafkaConsumer<>(exact, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer whose records all replicas have when they count as written. */
    public KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(with(WRITING), new ByteArraySerializer(), new ByteArraySerializer());
    }

    public Admin admin() {
        return Admin.create(with(Map.of()));
    }

    private Properties with(Map<String, Object> own) {
        Properties all = new Properties();
        all.putAll(PATIENCE);
        shared.stringPropertyNames().forEach(name -> all.put(name, shared.getProperty(name)));
        all.putAll(own);
        return all;
    }
}
