package dev.ripcord.jobs.kafka;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.jobs.detect.PatternRecordSerializer;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records off {@code ripcord.patterns} as they are; what is wrong with one is for its status to say. */
final class PatternRecordReader implements KafkaRecordDeserializationSchema<PatternRecord> {
    private static final int MAX_KEY_LENGTH = 1_024;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<PatternRecord> out) {
        out.collect(of(record));
    }

    static PatternRecord of(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (key.length() > MAX_KEY_LENGTH) {
            // Nothing can be published under it; what is left is enough to say so under.
            key = key.substring(0, MAX_KEY_LENGTH) + "...";
        }
        return new PatternRecord(key, record.value(), record.timestamp(), record.offset());
    }

    @Override
    public TypeInformation<PatternRecord> getProducedType() {
        return PatternRecordSerializer.TYPE;
    }
}
