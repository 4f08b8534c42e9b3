package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to one topic and does not wait. Where a record cannot be sent, it pauses for a while: whoever sends asks
 * {@link #isPaused} first, and is held up for at most {@value #MAX_BLOCK_MILLIS} ms in that time.
 */
final class TopicProducer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicProducer.class);
    private static final int MAX_BLOCK_MILLIS = 50;
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Duration LONGEST_FAILURE = Duration.ofMinutes(1);

    private final Topic topic;
    private final KafkaSettings kafka;
    private final long pauseNanos;
    private final long bufferBytes;
    private final String consequence;
    private KafkaProducer<byte[], byte[]> producer;

    /** When it was last found that nothing can be sent; the producer's own thread may find it too. */
    private volatile long pausedAt;

    private volatile boolean paused;

    /** 0 where the latest that is known is a success. */
    private volatile long failingSince;

    /**
     * @param pause between a failure and the next try
     * @param bufferBytes that may be on their way; memory is taken as it is needed
     * @param consequence of a failure, for the log: a sentence
     */
    TopicProducer(Topic topic, KafkaSettings kafka, Duration pause, long bufferBytes, String consequence) {
        this.topic = topic;
        this.kafka = kafka;
        this.pauseNanos = pause.toNanos();
        this.bufferBytes = bufferBytes;
        this.consequence = consequence;
        this.producer = newProducer();
        learnOfTheTopic();
    }

    private KafkaProducer<byte[], byte[]> newProducer() {
        Properties properties = kafka.producer();
        properties.put("max.block.ms", Integer.toString(MAX_BLOCK_MILLIS));
        properties.put("buffer.memory", Long.toString(bufferBytes));
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Connecting may take longer than a record may wait: it is done before there is one. */
    private void learnOfTheTopic() {
        long begun = WallClock.nanoTime();
        while (WallClock.nanoTime() - begun < FIRST_LOOK.toNanos()) {
            try {
                producer.partitionsFor(topic.topicName());
                return;
            } catch (InterruptException interrupted) {
                producer.close(Duration.ZERO);
                throw interrupted;
            } catch (TimeoutException notYet) {
                LOG.debug("{} is not known yet", topic.topicName(), notYet);
            } catch (KafkaException unwritable) {
                failed(unwritable);
                return;
            }
        }
    }

    /** @return whether something could not be sent a moment ago */
    boolean isPaused() {
        return paused && WallClock.nanoTime() - pausedAt < pauseNanos;
    }

    /**
     * @param then is told once: with null when the broker has it, or why it has not; perhaps by another thread
     */
    void send(ProducerRecord<byte[], byte[]> record, Consumer<Exception> then) {
        paused = false;
        renewIfItNeverRecovers();
        // A producer in an error state may refuse what it has taken already, and give that up later.
        AtomicBoolean isTold = new AtomicBoolean();
        try {
            producer.send(record, (written, failure) -> {
                if (isTold.compareAndSet(false, true)) {
                    sent(failure);
                    then.accept(failure);
                }
            });
        } catch (InterruptException cancelled) {
            throw cancelled;
        } catch (KafkaException unwritable) {
            if (isTold.compareAndSet(false, true)) {
                sent(unwritable);
                then.accept(unwritable);
            }
        }
    }

    private void sent(Exception failure) {
        if (failure == null) {
            failingSince = 0;
        } else if (!(failure instanceof RecordTooLargeException)) {
            failed(failure);
        }
    }

    /** Some failures a producer does not get over, though their cause is gone. */
    private void renewIfItNeverRecovers() {
        if (failingSince == 0 || pausedAt - failingSince <= LONGEST_FAILURE.toNanos()) {
            return;
        }
        try {
            KafkaProducer<byte[], byte[]> another = newProducer();
            producer.close(Duration.ZERO);
            producer = another;
            failingSince = 0;
        } catch (KafkaException noOther) {
            LOG.debug("there is no other producer for {} yet", topic.topicName(), noOther);
            failingSince = WallClock.nanoTime();
        }
    }

    private void failed(Exception failure) {
        boolean first = failingSince == 0;
        pausedAt = WallClock.nanoTime();
        failingSince = first ? pausedAt : failingSince;
        paused = true;
        if (first) {
            LOG.warn("{} cannot be written: {}. {}", topic.topicName(), failure.getMessage(), consequence);
        }
    }

    /** Waits a little for what is on its way, where that can come to anything. */
    @Override
    public void close() {
        producer.close(isPaused() ? Duration.ZERO : CLOSING);
    }
}
