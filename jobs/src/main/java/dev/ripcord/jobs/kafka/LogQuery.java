package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.heartbeat.Ahead;
import dev.ripcord.jobs.heartbeat.EventLog;
import dev.ripcord.jobs.heartbeat.LogState;
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
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks on a thread of its own where the partitions end, and looks what lies between the reader and the end where the
 * reader stands still: events that wait, or the markers that transactions leave, which nobody will ever read. A reader
 * that moves says enough itself, and the log is not read twice.
 */
final class LogQuery implements EventLog.Query {
    private static final Logger LOG = LoggerFactory.getLogger(LogQuery.class);
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
            Map<TopicPartition, Long> ends = ends();
            Map<Integer, Ahead> ahead = new HashMap<>();
            ends.forEach((partition, end) ->
                    ahead.put(partition.partition(), Ahead.unseen(next.getOrDefault(partition.partition(), 0L), end)));
            new LookAhead(consumer, standingStill(next, ends), ends)
                    .look()
                    .forEach((partition, seen) -> ahead.put(partition.partition(), seen));
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
        // One without a leader has no answer, and the others would wait for it.
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.EVENTS.topicName()).stream()
                .filter(partition ->
                        partition.leader() != null && !partition.leader().isEmpty())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        return consumer.endOffsets(partitions);
    }

    /** @return where readers stand that have come no further since the last time, and are not at the end */
    private Map<TopicPartition, Long> standingStill(Map<Integer, Long> next, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> still = new HashMap<>();
        ends.forEach((partition, end) -> {
            Long from = next.get(partition.partition());
            if (from != null && from < end && from.equals(before.get(partition.partition()))) {
                still.put(partition, from);
            }
        });
        return still;
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
