package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.heartbeat.Ahead;
import dev.ripcord.time.WallClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Looks for the first event of each of some partitions, from an offset of each on. */
final class LookAhead {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Where the ends lie must not grow old meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> from;
    private final Map<TopicPartition, Long> ends;
    private final Map<TopicPartition, Ahead> found = new HashMap<>();

    /** @param ends at least those of the partitions that are looked at */
    LookAhead(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        this.consumer = consumer;
        this.from = from;
        this.ends = ends;
    }

    /** @return without those of which nothing came in time */
    Map<TopicPartition, Ahead> look() {
        consumer.assign(from.keySet());
        // Those that are assigned again are still as the last look left them.
        consumer.resume(from.keySet());
        from.forEach(consumer::seek);
        long begun = WallClock.nanoTime();
        while (found.size() < from.size() && WallClock.nanoTime() - begun < PATIENCE.toNanos()) {
            take(consumer.poll(POLL));
            from.keySet().forEach(this::takeEnd);
            consumer.pause(found.keySet());
        }
        return found;
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            ConsumerRecord<byte[], byte[]> first = records.records(partition).get(0);
            found.put(
                    partition, new Ahead(from.get(partition), ends.get(partition), first.offset(), first.timestamp()));
        }
    }

    /** Markers are never given out: the consumer steps over them. */
    private void takeEnd(TopicPartition partition) {
        if (!found.containsKey(partition) && consumer.position(partition) >= ends.get(partition)) {
            found.put(partition, Ahead.nothing(from.get(partition), ends.get(partition)));
        }
    }
}
