package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.serialization.TopicRecordShape;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic of one partition, read from its beginning to the end that it has now. */
final class WholeTopic {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private WholeTopic() {}

    /** @throws IllegalStateException where its end is not reached because nothing comes any more */
    static <R> List<R> read(Topic topic, KafkaSettings kafka, TopicRecordShape<R> shape) {
        TopicPartition partition = new TopicPartition(topic.topicName(), 0);
        Properties properties = kafka.consumer();
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<R> records = new ArrayList<>();
            // By position, not by count: compaction leaves gaps, also at the end.
            long progressAt = WallClock.nanoTime();
            while (consumer.position(partition) < end) {
                long before = consumer.position(partition);
                consumer.poll(POLL).forEach(record -> records.add(TopicRecordReader.of(record, shape)));
                progressAt = consumer.position(partition) > before ? WallClock.nanoTime() : progressAt;
                refuseToHang(topic, consumer.position(partition), end, WallClock.nanoTime() - progressAt);
            }
            return records;
        }
    }

    /** A task that hangs while it opens tells nobody; one that fails is started again, and says why. */
    private static void refuseToHang(Topic topic, long position, long end, long quietNanos) {
        if (quietNanos > PATIENCE.toNanos()) {
            throw new IllegalStateException(topic.topicName() + " cannot be read to its end " + end
                    + ": nothing came for " + PATIENCE.toSeconds() + " s at offset " + position);
        }
    }
}
