package dev.ripcord.console.replay.kafka;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.topic.Position;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** Partitions of a topic one after another, each from an offset up to another one. */
final class PartitionCursor implements RecordCursor {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SortedMap<Integer, Extent> left;
    private final String topic;
    private final Predicate<byte[]> wanted;
    private final Consumer<String> remarks;
    private Iterator<ConsumerRecord<byte[], byte[]>> polled =
            List.<ConsumerRecord<byte[], byte[]>>of().iterator();
    private TopicPartition partition;
    private Extent extent;

    /**
     * What is read of a partition.
     *
     * @param from first offset
     * @param to first offset that is left out
     */
    record Extent(long from, long to) {}

    /**
     * @param consumer is closed with the cursor; fails where an offset is gone
     * @param wanted whether a value is worth handing over; tombstones always are
     */
    PartitionCursor(
            KafkaConsumer<byte[], byte[]> consumer,
            String topic,
            Map<Integer, Extent> extents,
            Predicate<byte[]> wanted,
            Consumer<String> remarks) {
        this.consumer = consumer;
        this.topic = topic;
        this.left = new TreeMap<>(extents);
        this.wanted = wanted;
        this.remarks = remarks;
    }

    @Override
    public LogRecord next() {
        while (polled.hasNext() || poll()) {
            while (polled.hasNext()) {
                ConsumerRecord<byte[], byte[]> record = polled.next();
                boolean inside = record.offset() < extent.to();
                if (inside && (record.value() == null || wanted.test(record.value()))) {
                    return record(record);
                }
            }
        }
        return null;
    }

    /** @return false at the end of the last partition */
    private boolean poll() {
        // By position, not by count: compaction and transactions leave gaps, also at the end.
        while (partition == null || consumer.position(partition) >= extent.to()) {
            if (left.isEmpty()) {
                return false;
            }
            begin(left.firstKey());
        }
        try {
            polled = consumer.poll(POLL).iterator();
        } catch (OffsetOutOfRangeException expired) {
            goOnWithWhatIsThere();
        }
        return true;
    }

    private void begin(int number) {
        partition = new TopicPartition(topic, number);
        extent = left.remove(number);
        consumer.assign(List.of(partition));
        consumer.seek(partition, extent.from());
    }

    private void goOnWithWhatIsThere() {
        long asked = consumer.position(partition);
        long first = consumer.beginningOffsets(List.of(partition)).get(partition);
        consumer.seek(partition, first);
        remarks.accept("Kafka deleted " + topic + " " + partition.partition() + " from offset " + asked + " to "
                + (first - 1) + " while it was read; what lay there is not shown");
    }

    static LogRecord record(ConsumerRecord<byte[], byte[]> record) {
        return new LogRecord(
                new Position(record.partition(), record.offset()),
                record.timestamp(),
                record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
                record.value());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
