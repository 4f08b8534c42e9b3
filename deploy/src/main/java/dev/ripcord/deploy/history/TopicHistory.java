package dev.ripcord.deploy.history;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.topic.Position;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Records of a topic between two offsets of each partition. Partitions are read one after another, so that the order is
 * the same each time, also that of a session which two producers put into two partitions.
 */
final class TopicHistory implements History {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final byte[] NOTHING = {};

    private final KafkaAddress kafka;
    private final String topic;
    private final SortedMap<Integer, Extent> extents;
    private final boolean brokersTime;
    private long passed;

    /**
     * What is read of a partition.
     *
     * @param from first offset
     * @param to first offset that is left out
     */
    record Extent(long from, long to) {
        long length() {
            return Math.max(0, to - from);
        }
    }

    /** @param brokersTime whether the broker gives each record its time */
    TopicHistory(KafkaAddress kafka, String topic, SortedMap<Integer, Extent> extents, boolean brokersTime) {
        this.kafka = kafka;
        this.topic = topic;
        this.extents = extents;
        this.brokersTime = brokersTime;
    }

    @Override
    public void forEach(Receiver receiver) throws IOException, InterruptedException {
        passed = 0;
        try (var consumer = kafka.consumer()) {
            for (var partition : extents.entrySet()) {
                read(consumer, new TopicPartition(topic, partition.getKey()), partition.getValue(), receiver);
            }
        }
    }

    private void read(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, Extent extent, Receiver receiver)
            throws IOException, InterruptedException {
        if (extent.length() == 0) {
            return;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, extent.from());
        long before = passed;
        // By position, not by count: compaction and transactions leave gaps, also at the end.
        while (consumer.position(partition) < extent.to()) {
            for (var found : consumer.poll(POLL)) {
                if (found.offset() < extent.to()) {
                    receiver.receive(historyRecord(found));
                }
                passed = before + found.offset() - extent.from() + 1;
            }
        }
        passed = before + extent.length();
    }

    private static HistoryRecord historyRecord(ConsumerRecord<byte[], byte[]> found) {
        var position = new Position(found.partition(), found.offset());
        return new HistoryRecord(position, found.timestamp(), 0, found.value() == null ? NOTHING : found.value());
    }

    @Override
    public String place(HistoryRecord item) {
        return topic + " " + item.position();
    }

    @Override
    public OptionalDouble share() {
        long all = extents.values().stream().mapToLong(Extent::length).sum();
        return OptionalDouble.of(all == 0 ? 1 : (double) passed / all);
    }

    @Override
    public boolean isInOrderOfTime() {
        return brokersTime;
    }
}
