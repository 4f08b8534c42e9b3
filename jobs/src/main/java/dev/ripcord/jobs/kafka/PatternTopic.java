package dev.ripcord.jobs.kafka;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.jobs.detect.PatternLoader;
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

/** Reads {@code ripcord.patterns} to the end that it has now, so that no event is judged before the patterns are known. */
public record PatternTopic(KafkaSettings kafka) implements PatternLoader {
    private static final TopicPartition PARTITION = new TopicPartition(Topic.PATTERNS.topicName(), 0);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A task that hangs while it opens tells nobody; one that fails is started again, and says why. */
    private static void refuseToHang(long position, long end, long quietNanos) {
        if (quietNanos > PATIENCE.toNanos()) {
            throw new IllegalStateException(Topic.PATTERNS.topicName() + " cannot be read to its end " + end
                    + ": nothing came for " + PATIENCE.toSeconds() + " s at offset " + position);
        }
    }

    @Override
    public List<PatternRecord> load() {
        Properties properties = kafka.consumer();
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            List<PatternRecord> records = new ArrayList<>();
            // By position, not by count: compaction leaves gaps, also at the end.
            long progressAt = WallClock.nanoTime();
            while (consumer.position(PARTITION) < end) {
                long before = consumer.position(PARTITION);
                consumer.poll(POLL).forEach(record -> records.add(PatternRecordReader.of(record)));
                progressAt = consumer.position(PARTITION) > before ? WallClock.nanoTime() : progressAt;
                refuseToHang(consumer.position(PARTITION), end, WallClock.nanoTime() - progressAt);
            }
            return records;
        }
    }
}
