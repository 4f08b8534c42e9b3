package dev.ripcord.console.operate;

import dev.ripcord.console.operate.OperatorDesk.Unwritten;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records to {@code ripcord.halts}, signed where there is a key; each is acknowledged when the call returns. */
final class HaltTopicWriter implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Producer<byte[], byte[]> producer;
    private final Optional<SigningKey> key;

    private HaltTopicWriter(Producer<byte[], byte[]> producer, Optional<SigningKey> key) {
        this.producer = producer;
        this.key = key;
    }

    static HaltTopicWriter open(Properties client, Optional<SigningKey> key) {
        return new HaltTopicWriter(
                new KafkaProducer<>(
                        ClientSettings.producer(client), new ByteArraySerializer(), new ByteArraySerializer()),
                key);
    }

    /** @return the record as it was written, with its signature */
    HaltRecord write(HaltRecord record) throws Unwritten {
        byte[] value = key.map(signing -> signing.sign(record)).orElseGet(() -> Json.bytes(record));
        // Without a timestamp: the broker's is the one that counts.
        var message =
                new ProducerRecord<>(Topic.HALTS.topicName(), record.key().getBytes(StandardCharsets.UTF_8), value);
        try {
            producer.send(message).get();
            return readBack(value);
        } catch (ExecutionException refused) {
            throw new Unwritten(record.key() + " was not written: " + why(refused.getCause()), refused);
        } catch (KafkaException refused) {
            throw new Unwritten(record.key() + " was not written: " + why(refused), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unwritten("interrupted; nobody knows whether " + record.key() + " was written", interrupted);
        }
    }

    private static String why(Throwable refused) {
        return refused instanceof TimeoutException
                ? "Kafka did not confirm it in time, and may have it all the same (" + refused.getMessage() + ")"
                : "Kafka refused it (" + refused.getMessage() + ")";
    }

    private static HaltRecord readBack(byte[] value) {
        try {
            return Json.read(value, HaltRecord.class);
        } catch (IOException weWroteIt) {
            throw new UncheckedIOException(weWroteIt);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
