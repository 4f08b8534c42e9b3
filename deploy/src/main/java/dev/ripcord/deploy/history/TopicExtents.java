package dev.ripcord.deploy.history;

import dev.ripcord.deploy.history.TopicHistory.Extent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Finds the offsets between which a range lies, as the topic stands now. */
final class TopicExtents {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> begins;
    private final Map<TopicPartition, Long> ends;

    private TopicExtents(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        this.begins = consumer.beginningOffsets(partitions);
        this.ends = consumer.endOffsets(partitions);
    }

    /** @return by partition */
    static SortedMap<Integer, Extent> of(TopicRange range, KafkaConsumer<byte[], byte[]> consumer) {
        var topic = new TopicExtents(consumer, range.topic());
        var from = topic.offsets(range.from(), topic.begins);
        var to = topic.offsets(range.to(), topic.ends);
        var extents = new TreeMap<Integer, Extent>();
        for (var partition : topic.partitions) {
            long first = Math.max(topic.begins.get(partition), from.get(partition));
            long end = Math.min(topic.ends.get(partition), to.get(partition));
            extents.put(partition.partition(), new Extent(first, end));
        }
        return extents;
    }

    private Map<TopicPartition, Long> offsets(Optional<RangeEnd> end, Map<TopicPartition, Long> otherwise) {
        if (end.isEmpty()) {
            return otherwise;
        }
        if (end.get() instanceof RangeEnd.AtOffset at) {
            return partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> at.offset()));
        }
        long millis = ((RangeEnd.AtTime) end.get()).millis();
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> millis)));
        return partitions.stream()
                .collect(Collectors.toMap(
                        partition -> partition,
                        // Nothing was written since: the range begins, or ends, at the end of the topic.
                        partition -> found.get(partition) == null
                                ? ends.get(partition)
                                : found.get(partition).offset()));
    }
}
