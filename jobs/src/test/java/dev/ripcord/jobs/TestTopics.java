package dev.ripcord.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.jobs.kafka.TopicCreation;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** The topics as producers and readers outside the job see them. */
final class TestTopics implements AutoCloseable {
    static final int EVENT_PARTITIONS = 3;

    private final KafkaSettings kafka;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<Topic, List<JsonNode>> read = new LinkedHashMap<>();
    private final Map<Topic, List<ConsumerRecord<byte[], byte[]>>> records = new LinkedHashMap<>();
    private final Map<Topic, KafkaConsumer<byte[], byte[]>> consumers = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> headers = new TreeMap<>();

    TestTopics(String bootstrapServers) throws Exception {
        kafka = KafkaSettings.at(bootstrapServers);
        createMissing();
        producer = new KafkaProducer<>(kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    void createMissing() throws Exception {
        TopicCreation.createMissing(kafka.client(), EVENT_PARTITIONS, (short) 1);
    }

    /** As if nobody had ever created them. */
    void delete(List<Topic> topics) throws Exception {
        List<String> names = topics.stream().map(Topic::topicName).toList();
        try (Admin admin = Admin.create(kafka.client())) {
            admin.deleteTopics(names).all().get();
            Awaitility.await()
                    .until(() -> admin.listTopics().names().get().stream().noneMatch(names::contains));
        }
    }

    /** @return where it stands in the log */
    RecordMetadata send(Topic topic, String key, byte[] value) throws Exception {
        return producer.send(new ProducerRecord<>(topic.topicName(), key == null ? null : key.getBytes(), value))
                .get();
    }

    void sendEvents(String session, List<byte[]> events) throws Exception {
        for (byte[] event : events) {
            send(Topic.EVENTS, session, event);
        }
    }

    void publish(Definition definition) throws Exception {
        send(Topic.PATTERNS, definition.key(), Json.bytes(PublishedDefinition.of(definition, "test")));
    }

    void enforce(Definition definition) throws Exception {
        activate(definition.id(), definition.hash(), Map.of());
    }

    /** @param hash null to deactivate */
    void activate(String id, String hash, Map<String, Object> parameters) throws Exception {
        Activation activation =
                new Activation(Activation.SCHEMA_VERSION, id, hash, Mode.ENFORCE, parameters, null, "test", null);
        send(Topic.PATTERNS, id, Json.bytes(activation));
    }

    /** @return all that the topic has held since the first time it was asked for, as JSON */
    List<JsonNode> all(Topic topic) {
        int before = records.getOrDefault(topic, List.of()).size();
        List<ConsumerRecord<byte[], byte[]>> known = records(topic);
        List<JsonNode> values = read.computeIfAbsent(topic, any -> new ArrayList<>());
        known.subList(before, known.size()).forEach(record -> {
            JsonNode value = json(record.value());
            values.add(value);
            record.headers()
                    .forEach(header -> headers.computeIfAbsent(
                                    value.path("session_id").asText(), session -> new TreeMap<>())
                            .put(header.key(), new String(header.value())));
        });
        return values;
    }

    /** @return the same as they stand there; a topic is to be asked for either this or {@link #all} */
    List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        KafkaConsumer<byte[], byte[]> consumer = consumers.computeIfAbsent(topic, this::fromTheBeginning);
        List<ConsumerRecord<byte[], byte[]>> known = records.computeIfAbsent(topic, any -> new ArrayList<>());
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        do {
            consumer.poll(Duration.ofMillis(100)).forEach(known::add);
        } while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()));
        return known;
    }

    /** @return likewise, and nothing of what has been written by now is missing */
    List<JsonNode> whole(Topic topic) {
        List<JsonNode> records = all(topic);
        KafkaConsumer<byte[], byte[]> consumer = consumers.get(topic);
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            all(topic);
        }
        return records;
    }

    /** @return by session the headers of its signals */
    Map<String, Map<String, String>> signalHeaders() {
        all(Topic.SIGNALS);
        return headers;
    }

    private KafkaConsumer<byte[], byte[]> fromTheBeginning(Topic topic) {
        Properties properties = kafka.consumer();
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static JsonNode json(byte[] value) {
        try {
            return Json.MAPPER.readTree(value);
        } catch (IOException notJson) {
            throw new AssertionError("everything that the job writes is JSON", notJson);
        }
    }

    @Override
    public void close() {
        producer.close();
        consumers.values().forEach(KafkaConsumer::close);
    }
}
