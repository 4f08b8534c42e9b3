package dev.ripcord.console.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Where the reading of a topic begins. */
public sealed interface StartAt {
    /** @return the first offset to read, by partition */
    Map<TopicPartition, Long> offsets(Consumer<?, ?> consumer, List<TopicPartition> partitions);

    /** With the first record that is still there. */
    record Beginning() implements StartAt {
        @Override
        public Map<TopicPartition, Long> offsets(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
            return consumer.beginningOffsets(partitions);
        }
    }

    /** With the latest records of each partition, that many at the most, and all that come. */
    record Latest(int records) implements StartAt {
        @Override
        public Map<TopicPartition, Long> offsets(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> starts = new HashMap<>();
            consumer.endOffsets(partitions)
                    .forEach((partition, end) -> starts.put(partition, Math.max(first.get(partition), end - records)));
            return starts;
        }
    }
}
