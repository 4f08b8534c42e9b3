package dev.ripcord.deploy.guard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that a topic has held, as JSON. */
final class TopicReader implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Topic topic;
    private final List<JsonNode> records = new ArrayList<>();

    TopicReader(String bootstrapServers, Topic topic) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                KafkaSettings.at(bootstrapServers).consumer(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** @return everything up to now */
    List<JsonNode> all() throws IOException {
        if (consumer.assignment().isEmpty()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        for (var record : consumer.poll(Duration.ofMillis(200))) {
            records.add(Json.MAPPER.readTree(record.value()));
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
