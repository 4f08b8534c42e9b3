package dev.ripcord.deploy.clients;

import dev.ripcord.halt.Acknowledgement;
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

/** All that {@code ripcord.acks} has held. */
final class AcksTopic implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Acknowledgement> read = new ArrayList<>();

    AcksTopic(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                KafkaSettings.at(bootstrapServers).consumer(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.ACKS.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** @return those of the session up to now, in order */
    List<Acknowledgement> of(String session) throws IOException {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
            read.add(Json.read(record.value(), Acknowledgement.class));
        }
        return read.stream().filter(one -> one.sessionId().equals(session)).toList();
    }

    /** @return the statuses of one halt, in order */
    List<Acknowledgement.Status> of(String session, String haltId) throws IOException {
        return of(session).stream()
                .filter(one -> one.haltId().equals(haltId))
                .map(Acknowledgement::status)
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
