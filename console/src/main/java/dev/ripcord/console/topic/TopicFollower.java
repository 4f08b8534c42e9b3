package dev.ripcord.console.topic;

import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of a topic on a thread of its own, first what is there, then what comes, until it is closed.
 *
 * <p>A broker that is gone, a topic that does not exist yet, a connection that breaks: it goes on trying, and goes on
 * reading where it was.
 */
public final class TopicFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_MILLIS = 500;
    private static final long CLOSE_MILLIS = 10_000;
    private static final long UNKNOWN = -1;

    /** A connection that breaks is open again within it; what lasts longer somebody must know. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private final KafkaClients kafka;
    private final Topic topic;
    private final StartAt start;
    private final TopicReader reader;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private Map<TopicPartition, Long> endsAtStart;
    private boolean reachedEnd;
    private boolean metAgain;
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile Failure failure;
    private volatile long behind = UNKNOWN;
    private volatile long newestAt = UNKNOWN;

    private record Failure(long sinceNanos, Throwable why) {}

    private TopicFollower(KafkaClients kafka, Topic topic, StartAt start, TopicReader reader) {
        this.kafka = kafka;
        this.topic = topic;
        this.start = start;
        this.reader = reader;
        this.thread = new Thread(this::run, "follow-" + topic.topicName());
        thread.setDaemon(true);
    }

    public static TopicFollower start(KafkaClients kafka, Topic topic, StartAt start, TopicReader reader) {
        TopicFollower follower = new TopicFollower(kafka, topic, start, reader);
        follower.thread.start();
        return follower;
    }

    private void run() {
        while (!isClosing()) {
            try (KafkaConsumer<byte[], byte[]> opened = kafka.consumer()) {
                consumer = opened;
                follow(opened);
            } catch (WakeupException | InterruptException closed) {
                LOG.debug("no longer reading {}", topic.topicName());
            } catch (KafkaException | IllegalStateException broken) {
                failed(broken);
                LOG.warn("reading {} was interrupted and is tried again: {}", topic.topicName(), broken.toString());
                pause();
            } catch (Throwable ourMistake) {
                // Also where memory is short: a gateway that has silently ceased to read would allow what is halted.
                failed(ourMistake);
                LOG.error("reading {} failed and is tried again", topic.topicName(), ourMistake);
                pause();
            }
        }
    }

    private void failed(Throwable why) {
        Failure before = failure;
        failure = new Failure(before == null ? WallClock.nanoTime() : before.sinceNanos(), why);
        behind = UNKNOWN;
    }

    /** @return records of all partitions that it has still to read, as the broker said last; empty where it did not */
    public OptionalLong behind() {
        return known(behind);
    }

    /** @return the broker's time of the newest record that was read, milliseconds since the epoch; empty before one */
    public OptionalLong newestAt() {
        return known(newestAt);
    }

    private static OptionalLong known(long number) {
        return number == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** @return why nothing has been read for some seconds; empty where reading goes on */
    public Optional<String> failure() {
        if (!thread.isAlive() && !isClosing()) {
            return Optional.of("nobody reads " + topic.topicName() + " any more: its thread has ended");
        }
        Failure now = failure;
        if (now == null) {
            return Optional.empty();
        }
        long nanos = WallClock.nanoTime() - now.sinceNanos();
        return nanos <= TOLERATED.toNanos()
                ? Optional.empty()
                : Optional.of("reading " + topic.topicName() + " has been failing for "
                        + TimeUnit.NANOSECONDS.toSeconds(nanos) + " s: " + now.why());
    }

    private void follow(KafkaConsumer<byte[], byte[]> opened) {
        List<TopicPartition> partitions = partitions(opened);
        opened.assign(partitions);
        if (endsAtStart == null) {
            Map<TopicPartition, Long> ends = opened.endOffsets(partitions);
            next.putAll(start.offsets(opened, partitions));
            reader.begins(Map.copyOf(next));
            endsAtStart = ends;
        }
        next.forEach(opened::seek);
        while (!isClosing()) {
            tellOfEnd(opened);
            opened.poll(POLL).forEach(this::read);
            behind = behind(opened, partitions);
            if (!metAgain) {
                failure = null;
            }
        }
    }

    private static long behind(KafkaConsumer<byte[], byte[]> opened, List<TopicPartition> partitions) {
        long records = 0;
        for (TopicPartition partition : partitions) {
            OptionalLong lag = opened.currentLag(partition);
            if (lag.isEmpty()) {
                return UNKNOWN;
            }
            records += lag.getAsLong();
        }
        return records;
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        // Before it is read: a record that makes the reader fail must not be met for ever.
        next.put(partition, record.offset() + 1);
        try {
            reader.read(record);
            newestAt = Math.max(newestAt, record.timestamp());
            metAgain = false;
        } catch (Error notTheRecords) {
            // Such as no memory: it may well be a halt, and is read again.
            next.put(partition, record.offset());
            metAgain = true;
            throw notTheRecords;
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> opened) {
        List<TopicPartition> partitions = opened.partitionsFor(topic.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("Kafka has no topic " + topic.topicName());
        }
        return partitions;
    }

    private void tellOfEnd(KafkaConsumer<byte[], byte[]> opened) {
        // By the consumer's position: compaction and transactions leave gaps, also at the end.
        if (!reachedEnd
                && endsAtStart.entrySet().stream().allMatch(end -> opened.position(end.getKey()) >= end.getValue())) {
            reachedEnd = true;
            reader.reachedEnd(List.copyOf(endsAtStart.keySet()));
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        KafkaConsumer<byte[], byte[]> opened = consumer;
        if (opened != null) {
            opened.wakeup();
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
