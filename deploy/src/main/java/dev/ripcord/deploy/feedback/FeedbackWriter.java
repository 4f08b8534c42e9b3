package dev.ripcord.deploy.feedback;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.RootCause;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Feedback;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes words on signals; each is acknowledged when the call returns. */
public final class FeedbackWriter implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    public FeedbackWriter(KafkaAddress kafka) {
        this.producer = kafka.producer();
    }

    public void write(Feedback feedback) throws InterruptedException {
        var key = feedback.signalId().getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(new ProducerRecord<>(Topic.FEEDBACK.topicName(), key, Json.bytes(feedback)))
                    .get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(
                    "the word on " + feedback.signalId() + " was not written: " + RootCause.of(refused), refused);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
