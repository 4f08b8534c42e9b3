package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.outcome.RootCause;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes definitions and activations to {@code ripcord.patterns}; each is acknowledged when the call returns. */
public final class PatternTopicWriter implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    public PatternTopicWriter(KafkaSettings kafka) {
        producer = new KafkaProducer<>(kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** @return the record's place; adds a document and changes nothing that is in force */
    public RecordMetadata publish(Document document, String actor) {
        return write(document.key(), PublishedDefinition.of(document, actor));
    }

    /**
     * @param parameters by name, as written in YAML
     * @param reason in the actor's words; may be null
     */
    public RecordMetadata activate(
            Definition definition, Mode mode, Map<String, Object> parameters, String actor, String reason) {
        return write(new Activation(
                Activation.SCHEMA_VERSION, definition.id(), definition.hash(), mode, parameters, null, actor, reason));
    }

    /** @param activation or deactivation */
    public RecordMetadata write(Activation activation) {
        return write(activation.id(), activation);
    }

    private RecordMetadata write(String key, Object value) {
        try {
            return producer.send(new ProducerRecord<>(
                            Topic.PATTERNS.topicName(), key.getBytes(StandardCharsets.UTF_8), Json.bytes(value)))
                    .get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(key + " was not written: " + RootCause.of(refused), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + key + " was written", interrupted);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
