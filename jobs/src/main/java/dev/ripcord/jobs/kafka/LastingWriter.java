package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each record at least once, and waits for none of them: what the broker does not have yet is part of the snapshot,
 * and is sent again where the job goes on from it. What cannot be sent is tried again each second, the oldest first.
 *
 * <p>It waits after all where {@value #MOST_BYTES} bytes are on their way, and at the end of a job that is drained.
 */
final class LastingWriter<T>
        implements StatefulSinkWriter<T, Optional<UnwrittenRecord>>, CommittingSinkWriter<T, NothingToCommit> {
    private static final Logger LOG = LoggerFactory.getLogger(LastingWriter.class);
    private static final long MOST_BYTES = 64L << 20;
    private static final String CONSEQUENCE =
            "What is not written is kept, and tried again; events are judged all the same.";
    private static final long LOOK_MILLIS = 10;

    private final Topic topic;
    private final RecordWriter<T> records;
    private final TopicProducer producer;
    private final ProcessingTimeService time;
    private final long pauseMillis;

    private final Map<Long, ProducerRecord<byte[], byte[]>> unwritten = new ConcurrentSkipListMap<>();
    /** Of these, the ones that are not on their way. The producer's own thread adds some. */
    private final Queue<Long> waiting = new ConcurrentLinkedQueue<>();

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private long next;

    /**
     * @param time of the task: tries again
     * @param pause between a failure and the next try
     */
    LastingWriter(Topic topic, KafkaSettings kafka, RecordForm<T> form, ProcessingTimeService time, Duration pause) {
        this.topic = topic;
        this.records = new RecordWriter<>(topic, form);
        this.producer = new TopicProducer(topic, kafka, pause, 2 * MOST_BYTES, CONSEQUENCE);
        this.time = time;
        this.pauseMillis = pause.toMillis();
        tryAgainLater();
    }

    /** Takes over what a snapshot found unwritten. */
    void restore(Collection<Optional<UnwrittenRecord>> before) {
        before.stream().flatMap(Optional::stream).forEach(record -> add(record.to(topic)));
        sendWaiting();
    }

    @Override
    public void write(T value, Context context) throws InterruptedException {
        add(records.serialize(value, null, null));
        sendWaiting();
        while (bytes.get() > MOST_BYTES) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            sendWaiting();
        }
    }

    private void add(ProducerRecord<byte[], byte[]> record) {
        unwritten.put(next, record);
        bytes.addAndGet(size(record));
        waiting.add(next);
        next++;
    }

    private static long size(ProducerRecord<byte[], byte[]> record) {
        return record.key().length + record.value().length;
    }

    private void sendWaiting() {
        while (!waiting.isEmpty() && !producer.isPaused()) {
            long number = waiting.remove();
            producer.send(unwritten.get(number), failure -> sent(number, failure));
        }
    }

    private void sent(long number, Exception failure) {
        if (failure != null && !(failure instanceof RecordTooLargeException)) {
            waiting.add(number);
            return;
        }
        bytes.addAndGet(-size(unwritten.remove(number)));
        if (failure != null) {
            dropped.incrementAndGet();
            LOG.error("A record for {} is larger than Kafka takes, and was dropped.", topic.topicName(), failure);
        }
    }

    private void tryAgainLater() {
        time.registerTimer(time.getCurrentProcessingTime() + pauseMillis, now -> {
            sendWaiting();
            tryAgainLater();
        });
    }

    /** @return records that the broker does not have yet */
    int unwritten() {
        return unwritten.size();
    }

    /** @return records that no broker would take, since the task started */
    long dropped() {
        return dropped.get();
    }

    /** Where the input goes on, a checkpoint waits for nothing: see {@link #snapshotState}. */
    @Override
    public void flush(boolean endOfInput) throws InterruptedException {
        sendWaiting();
        while (endOfInput && !unwritten.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            sendWaiting();
        }
    }

    @Override
    public List<Optional<UnwrittenRecord>> snapshotState(long checkpoint) {
        return unwritten.values().stream()
                .map(UnwrittenRecord::of)
                .map(Optional::of)
                .toList();
    }

    @Override
    public Collection<NothingToCommit> prepareCommit() {
        return List.of();
    }

    @Override
    public void close() {
        producer.close();
    }
}
