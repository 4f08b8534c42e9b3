package dev.ripcord.console.webhook;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker with the topics that webhooks read, and a writer to them. */
final class WebhookTopics implements AutoCloseable {
    static final int PARTITIONS = 3;

    private final LocalKafka kafka = LocalKafka.start();
    private final KafkaProducer<byte[], byte[]> producer;

    WebhookTopics() throws Exception {
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(List.of(topic(Topic.SIGNALS), topic(Topic.HALTS)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    Properties client() {
        var properties = new Properties();
        properties.put("bootstrap.servers", kafka.bootstrapServers());
        return properties;
    }

    void signal(Signal signal) throws Exception {
        send(Topic.SIGNALS, signal.session().key(), Json.bytes(signal));
    }

    void halts(HaltRecord record) throws Exception {
        send(Topic.HALTS, record.key(), Json.bytes(record));
    }

    void send(Topic topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(StandardCharsets.UTF_8), value))
                .get();
    }

    @Override
    public void close() {
        producer.close();
        kafka.close();
    }

    private static NewTopic topic(Topic topic) {
        return new NewTopic(topic.topicName(), topic.partitions(PARTITIONS), (short) 1)
                .configs(Map.copyOf(topic.settings()));
    }
}
