package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.connector.sink2.SinkWriter;

/**
 * Sends and does not wait. Where a record cannot be sent, it and those of the next seconds are dropped and counted,
 * then one is tried again. Checkpoints do not wait for it either; what was sent and is on its way is waited for when
 * the writer closes.
 */
final class InformingWriter<T> implements SinkWriter<T> {
    private static final String CONSEQUENCE = "Nobody is told how things stand there; events are judged all the same.";

    private static final long BUFFER_BYTES = 32L << 20;

    private final RecordWriter<T> records;
    private final TopicProducer producer;
    private final LongAdder dropped = new LongAdder();

    /** @param pause between a failure and the next try */
    InformingWriter(Topic topic, KafkaSettings kafka, RecordForm<T> form, Duration pause) {
        this.records = new RecordWriter<>(topic, form);
        this.producer = new TopicProducer(topic, kafka, pause, BUFFER_BYTES, CONSEQUENCE);
    }

    @Override
    public void write(T value, Context context) {
        if (producer.isPaused()) {
            dropped.increment();
            return;
        }
        producer.send(records.serialize(value, null, null), failure -> {
            if (failure != null) {
                dropped.increment();
            }
        });
    }

    /** @return records that were not written, since the task started */
    long dropped() {
        return dropped.sum();
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {
        producer.close();
    }
}
