package dev.ripcord.console.topic;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Takes the records of a topic, each once and in the order of its partition; always on the same thread. */
public interface TopicReader {
    /** The offset that reading begins at, by partition; before the first record. */
    default void begins(Map<TopicPartition, Long> starts) {}

    /** Never throws: what cannot be read is the reader's to count and pass over. */
    void read(ConsumerRecord<byte[], byte[]> record);

    /** Everything that the topic held when it was opened has been read. Called once. */
    default void reachedEnd(List<TopicPartition> partitions) {}
}
