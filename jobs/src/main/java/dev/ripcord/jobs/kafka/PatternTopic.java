package dev.ripcord.jobs.kafka;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.jobs.detect.PatternLoader;
import dev.ripcord.jobs.settings.KafkaSettings;
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
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(PatternRecordReader.of(record)));
            }
            return records;
        }
    }
}
