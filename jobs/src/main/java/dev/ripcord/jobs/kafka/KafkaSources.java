package dev.ripcord.jobs.kafka;

import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.jobs.archive.ArchiveRow;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlRecordSerializer;
import dev.ripcord.jobs.decide.AcknowledgementRecord;
import dev.ripcord.jobs.decide.AcknowledgementRecordSerializer;
import dev.ripcord.jobs.detect.PatternRecordSerializer;
import dev.ripcord.jobs.heartbeat.StartingPoint;
import dev.ripcord.jobs.ingest.RawRecord;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** What the jobs read. Where it goes on after a failure is in Flink's state; offsets are committed for monitors only. */
public final class KafkaSources {
    private KafkaSources() {}

    public static KafkaSource<RawRecord> events(KafkaSettings kafka, StartingPoint start) {
        return KafkaSource.<RawRecord>builder()
                .setProperties(kafka.consumer())
                .setTopics(Topic.EVENTS.topicName())
                .setGroupId(kafka.groupId())
                .setStartingOffsets(StartingOffsets.initializer(start))
                .setDeserializer(new RawRecordReader())
                .build();
    }

    public static KafkaSource<PatternRecord> patterns(KafkaSettings kafka) {
        return KafkaSources.<PatternRecord>whole(Topic.PATTERNS, "patterns", kafka)
                .setDeserializer(new TopicRecordReader<>(PatternRecordSerializer.TYPE, PatternRecord::new))
                .build();
    }

    /** What was said on {@code ripcord.halts}, by the guard and by operators. */
    public static KafkaSource<ControlRecord> control(KafkaSettings kafka) {
        return KafkaSources.<ControlRecord>whole(Topic.HALTS, "control", kafka)
                .setDeserializer(new TopicRecordReader<>(ControlRecordSerializer.TYPE, ControlRecord::new))
                .build();
    }

    /** What runtimes said of halts: all that is kept, so that a job without state knows what was acknowledged. */
    public static KafkaSource<AcknowledgementRecord> acknowledgements(KafkaSettings kafka) {
        return KafkaSources.<AcknowledgementRecord>whole(Topic.ACKS, "acknowledgements", kafka)
                .setDeserializer(
                        new TopicRecordReader<>(AcknowledgementRecordSerializer.TYPE, AcknowledgementRecord::new))
                .build();
    }

    /** All that the topic keeps, as the archive keeps it. */
    public static KafkaSource<ArchiveRow> rows(ArchiveTable table, KafkaSettings kafka) {
        return KafkaSources.<ArchiveRow>whole(table.topic(), table.folder(), kafka)
                .setDeserializer(new ArchiveRowReader(table))
                .build();
    }

    private static <R> KafkaSourceBuilder<R> whole(Topic topic, String reader, KafkaSettings kafka) {
        return KafkaSource.<R>builder()
                .setProperties(kafka.consumer())
                .setTopics(topic.topicName())
                .setGroupId(kafka.groupId() + "-" + reader)
                .setStartingOffsets(OffsetsInitializer.earliest());
    }
}
