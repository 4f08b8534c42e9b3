package dev.ripcord.jobs.kafka;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.jobs.ingest.RawRecord;
import dev.ripcord.jobs.settings.GuardOptions.StartFrom;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** What GuardJob reads. Where it goes on after a failure is in Flink's state; offsets are committed for monitors only. */
public final class KafkaSources {
    private KafkaSources() {}

    public static KafkaSource<RawRecord> events(KafkaSettings kafka, StartFrom startFrom) {
        return KafkaSource.<RawRecord>builder()
                .setProperties(kafka.consumer())
                .setTopics(Topic.EVENTS.topicName())
                .setGroupId(kafka.groupId())
                .setStartingOffsets(
                        startFrom == StartFrom.EARLIEST ? OffsetsInitializer.earliest() : OffsetsInitializer.latest())
                .setDeserializer(new RawRecordReader())
                .build();
    }

    public static KafkaSource<PatternRecord> patterns(KafkaSettings kafka) {
        return KafkaSource.<PatternRecord>builder()
                .setProperties(kafka.consumer())
                .setTopics(Topic.PATTERNS.topicName())
                .setGroupId(kafka.groupId() + "-patterns")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new PatternRecordReader())
                .build();
    }
}
