package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.serialization.SerializedType;
import dev.ripcord.jobs.serialization.TopicRecordShape;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records off a topic of one partition as they are: an exception here would restart the job for ever. */
final class TopicRecordReader<R> implements KafkaRecordDeserializationSchema<R> {
    private static final int MAX_KEY_LENGTH = 4_096;

    private final SerializedType<R> type;
    private final TopicRecordShape<R> shape;

    TopicRecordReader(SerializedType<R> type, TopicRecordShape<R> shape) {
        this.type = type;
        this.shape = shape;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<R> out) {
        out.collect(of(record, shape));
    }

    static <R> R of(ConsumerRecord<byte[], byte[]> record, TopicRecordShape<R> shape) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (key.length() > MAX_KEY_LENGTH) {
            // Nothing can be believed under it; what is left is enough to say so under.
            key = key.substring(0, MAX_KEY_LENGTH) + "...";
        }
        return shape.of(key, record.value(), record.timestamp(), record.offset());
    }

    @Override
    public TypeInformation<R> getProducedType() {
        return type;
    }
}
