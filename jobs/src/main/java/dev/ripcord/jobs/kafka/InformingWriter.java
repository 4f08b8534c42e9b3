package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends and does not wait. Where a record cannot be sent, it and those of the next seconds are dropped and counted,
 * then one is tried again: so the thread that calls is held up for at most {@value #MAX_BLOCK_MILLIS} ms in that time.
 * Checkpoints do not wait for it either; what was sent and is on its way is waited for when the writer closes.
 */
final class InformingWriter<T> implements SinkWriter<T> {
    private static final Logger LOG = LoggerFactory.getLogger(InformingWriter.class);
    private static final int MAX_BLOCK_MILLIS = 50;
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Topic topic;
    private final RecordWriter<T> records;
    private final long pauseNanos;
    private final KafkaProducer<byte[], byte[]> producer;
    private final LongAdder dropped = new LongAdder();

    /** When it was last found that nothing can be sent; the producer's own thread may find it too. */
    private volatile long pausedAt;

    private volatile boolean paused;

    /** @param pause between a failure and the next try */
    InformingWriter(Topic topic, KafkaSettings kafka, RecordForm<T> form, Duration pause) {
        this.topic = topic;
        this.records = new RecordWriter<>(topic, form);
        this.pauseNanos = pause.toNanos();
        Properties properties = kafka.producer();
        properties.put("max.block.ms", Integer.toString(MAX_BLOCK_MILLIS));
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        learnOfTheTopic();
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

    @Override
    public void write(T value, Context context) {
        if (paused && WallClock.nanoTime() - pausedAt < pauseNanos) {
            dropped.increment();
            return;
        }
        paused = false;
        try {
            producer.send(records.serialize(value, null, null), (written, failure) -> {
                if (failure != null) {
                    dropped.increment();
                    failed(failure);
                }
            });
        } catch (InterruptException cancelled) {
            throw cancelled;
        } catch (KafkaException unwritable) {
            dropped.increment();
            failed(unwritable);
        }
    }

    private void failed(Exception failure) {
        boolean first = !paused;
        pausedAt = WallClock.nanoTime();
        paused = true;
        if (first) {
            LOG.warn(
                    "{} cannot be written: {}. Nobody is told how things stand there; events are judged all the same.",
                    topic.topicName(),
                    failure.getMessage());
        }
    }

    /** @return records that were not written, since the task started */
    long dropped() {
        return dropped.sum();
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
