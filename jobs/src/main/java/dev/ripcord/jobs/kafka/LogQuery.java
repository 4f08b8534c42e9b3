package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.heartbeat.Ahead;
import dev.ripcord.jobs.heartbeat.EventLog;
import dev.ripcord.jobs.heartbeat.LogState;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks on a thread of its own where the partitions end, and looks what lies between the reader and the end where the
 * reader stands still: events that wait, or the markers that transactions leave, which nobody will ever read.
 */
final class LogQuery implements EventLog.Query {
    private static final Logger LOG = LoggerFactory.getLogger(LogQuery.class);
    private static final Duration POLL = Duration.ofMillis(200);
    /** For all that is looked at, since the ends must not grow old meanwhile. */
    private static final Duration LOOKING = Duration.ofSeconds(2);

    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "ripcord-log-query");
        made.setDaemon(true);
        return made;
    });
    private volatile LogState known = LogState.UNKNOWN;
    private Map<Integer, Long> before = Map.of();
    private long lookingSince;

    LogQuery(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    @Override
    public LogState refresh(long now, Map<Integer, Long> next) {
        if (asking.compareAndSet(false, true)) {
            thread.execute(() -> ask(now, next));
        }
        return known;
    }

    private void ask(long now, Map<Integer, Long> next) {
        try {
            lookingSince = WallClock.nanoTime();
            Map<Integer, Ahead> ahead = new HashMap<>();
            ends().forEach((partition, end) ->
                    ahead.put(partition.partition(), ahead(partition, next.get(partition.partition()), end)));
            known = new LogState(now, Map.copyOf(ahead));
            before = next;
        } catch (KafkaException silent) {
            // What was known grows old, and who asks sees that.
            LOG.debug("where {} ends is not known", Topic.EVENTS.topicName(), silent);
        } finally {
            asking.set(false);
        }
    }

    private Map<TopicPartition, Long> ends() {
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.EVENTS.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        return consumer.endOffsets(partitions);
    }

    private Ahead ahead(TopicPartition partition, Long next, long end) {
        long from = next == null ? 0 : next;
        boolean isStill = next != null && next.equals(before.get(partition.partition()));
        return isStill && from < end ? look(partition, from, end) : Ahead.unseen(from, end);
    }

    private Ahead look(TopicPartition partition, long from, long end) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition) < end) {
            if (WallClock.nanoTime() - lookingSince > LOOKING.toNanos()) {
                return Ahead.unseen(from, end);
            }
            ConsumerRecords<byte[], byte[]> found = consumer.poll(POLL);
            if (!found.isEmpty()) {
                ConsumerRecord<byte[], byte[]> first = found.iterator().next();
                return new Ahead(from, end, first.offset(), first.timestamp());
            }
        }
        return Ahead.nothing(from, end);
    }

    /** Whatever the thread waits for just then, it is not worth a task that does not end. */
    @Override
    public void close() {
        consumer.wakeup();
        thread.execute(() -> consumer.close(CloseOptions.timeout(GOODBYE)));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2 * GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
