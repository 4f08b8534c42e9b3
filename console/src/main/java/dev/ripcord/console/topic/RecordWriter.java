package dev.ripcord.console.topic;

import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Writes what agents send over HTTP to their topics. */
public final class RecordWriter implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Producer<byte[], byte[]> producer;

    public RecordWriter(KafkaClients kafka) {
        producer = kafka.producer();
    }

    /**
     * Waits at the most for the memory of the records before it.
     *
     * @return is complete once all replicas have it, exceptionally where Kafka does not take it
     */
    public CompletableFuture<Void> write(Topic topic, String key, byte[] value) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        try {
            // Without a timestamp: the broker's is the one that counts.
            producer.send(
                    new ProducerRecord<>(topic.topicName(), key.getBytes(StandardCharsets.UTF_8), value),
                    (metadata, refused) -> {
                        if (refused == null) {
                            written.complete(null);
                        } else {
                            written.completeExceptionally(refused);
                        }
                    });
        } catch (KafkaException refused) {
            written.completeExceptionally(refused);
        }
        return written;
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
