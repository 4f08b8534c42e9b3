package dev.ripcord.client;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes acknowledgements to {@code ripcord.acks}. The producer begins with the first: most agents are never halted. */
final class KafkaAcks implements AckSender {
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Map<String, Object> settings = new HashMap<>();
    private KafkaProducer<byte[], byte[]> producer;

    KafkaAcks(Map<String, Object> properties) {
        settings.put("client.id", ClientName.TEXT.replace('/', '-'));
        settings.put("max.block.ms", "5000");
        settings.put("request.timeout.ms", "5000");
        settings.put("delivery.timeout.ms", "10000");
        settings.putAll(properties);
        settings.put("acks", "all");
        settings.put("linger.ms", "0");
    }

    @Override
    public void send(Acknowledgement word) throws IOException, InterruptedException {
        byte[] key = word.session().key().getBytes(StandardCharsets.UTF_8);
        try {
            producer()
                    .send(new ProducerRecord<>(Topic.ACKS.topicName(), key, Json.bytes(word)))
                    .get();
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } catch (InterruptException interrupted) {
            throw new InterruptedException(interrupted.getMessage());
        } catch (KafkaException failed) {
            throw failure(failed);
        }
    }

    private static IOException failure(Throwable cause) {
        return cause instanceof AuthorizationException
                ? new AckRefused(cause.getMessage())
                : new IOException(cause.getMessage(), cause);
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE);
        }
    }
}
