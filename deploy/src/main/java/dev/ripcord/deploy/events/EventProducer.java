package dev.ripcord.deploy.events;

import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records to {@code agent.events}, in the order given and keyed by session, without waiting for each. */
public final class EventProducer implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public EventProducer(KafkaSettings kafka) {
        this(kafka, Duration.ZERO);
    }

    /** @param linger how long a record may wait for others to travel with */
    public EventProducer(KafkaSettings kafka, Duration linger) {
        var settings = kafka.producer();
        settings.put("linger.ms", Long.toString(linger.toMillis()));
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * @param session by which the record is keyed
     * @throws IllegalStateException where the broker refused an earlier record
     */
    public void send(String session, byte[] value) {
        byte[] key = session.getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topic.EVENTS.topicName(), key, value), (metadata, refused) -> {
            if (refused == null) {
                acknowledged.incrementAndGet();
            } else {
                failure.compareAndSet(null, refused);
            }
        });
        refuseAfterFailure();
    }

    /** Sends a file's lines; they are counted in the result, not among the {@link #acknowledged}. */
    public SendResult send(LineFile file) throws IOException, InterruptedException {
        return EventSending.send(file, producer, EventSending.AS_FAST_AS_THEY_GO);
    }

    /** Waits until the broker has all that was sent. */
    public void flush() {
        producer.flush();
        refuseAfterFailure();
    }

    /** @return records that the broker has */
    public long acknowledged() {
        return acknowledged.get();
    }

    private void refuseAfterFailure() {
        Exception refused = failure.get();
        if (refused != null) {
            throw new IllegalStateException("Kafka refused an event: " + refused.getMessage(), refused);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
