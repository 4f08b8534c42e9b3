package dev.ripcord.deploy.clients;

import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to {@code ripcord.halts} whatever a test wants there. Returns once the broker has it. */
final class HaltsTopic implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    HaltsTopic(String bootstrapServers) {
        producer = new KafkaProducer<>(
                KafkaSettings.at(bootstrapServers).producer(), new StringSerializer(), new ByteArraySerializer());
    }

    void write(HaltRecord record) throws Exception {
        write(record.key(), Json.bytes(record));
    }

    void write(HaltRecord record, SigningKey key) throws Exception {
        write(record.key(), key.sign(record));
    }

    void write(String key, String text) throws Exception {
        write(key, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Deletes what stands under the key. */
    void remove(String key) throws Exception {
        write(key, (byte[]) null);
    }

    private void write(String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(Topic.HALTS.topicName(), key, value)).get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
