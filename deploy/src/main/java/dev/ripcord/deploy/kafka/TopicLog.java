package dev.ripcord.deploy.kafka;

import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The records of one topic, all its partitions: those that are there, and those that come. */
public final class TopicLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    private TopicLog(KafkaConsumer<byte[], byte[]> consumer, Topic topic) {
        this.consumer = consumer;
        this.partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** From the first record that is still there. */
    public static TopicLog fromBeginning(KafkaAddress kafka, Topic topic) {
        var log = new TopicLog(kafka.consumer(), topic);
        log.consumer.seekToBeginning(log.partitions);
        return log;
    }

    /** From the first record that is written after this call returned. */
    public static TopicLog fromNow(KafkaAddress kafka, Topic topic) {
        var log = new TopicLog(kafka.consumer(), topic);
        log.consumer.seekToEnd(log.partitions);
        // Seeking is lazy: asked for the position, the consumer finds it now and not with the first poll.
        log.partitions.forEach(log.consumer::position);
        return log;
    }

    /** From the first record that the broker took at that time or later. */
    public static TopicLog fromTime(KafkaAddress kafka, Topic topic, long millis) {
        var log = new TopicLog(kafka.consumer(), topic);
        log.consumer.seekToEnd(log.partitions);
        log.consumer.offsetsForTimes(log.at(millis)).forEach((partition, found) -> {
            if (found != null) {
                log.consumer.seek(partition, found.offset());
            }
        });
        return log;
    }

    private Map<TopicPartition, Long> at(long millis) {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, none -> millis));
    }

    /** Hands over all records up to the end that the topic has now. */
    public void toEnd(Consumer<ConsumerRecord<byte[], byte[]>> receiver) {
        var ends = consumer.endOffsets(partitions);
        // By position, not by count: compaction leaves gaps, also at the end.
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            next(receiver);
        }
    }

    /**
     * The same, for as long as somebody is willing to wait.
     *
     * @return whether the end was reached
     */
    public boolean toEnd(Consumer<ConsumerRecord<byte[], byte[]>> receiver, Duration patience) {
        long start = WallClock.nanoTime();
        var ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            if (WallClock.nanoTime() - start > patience.toNanos()) {
                return false;
            }
            next(receiver);
        }
        return true;
    }

    /** Hands over the records that have come; waits a moment for them. */
    public void next(Consumer<ConsumerRecord<byte[], byte[]>> receiver) {
        consumer.poll(POLL).forEach(receiver);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
