package dev.ripcord.jobs.kafka;

import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes records without a timestamp of their own, so that the broker's counts. */
final class RecordWriter<T> implements KafkaRecordSerializationSchema<T> {
    private final Topic topic;
    private final RecordForm<T> form;

    RecordWriter(Topic topic, RecordForm<T> form) {
        this.topic = topic;
        this.form = form;
    }

    @Override
    public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext)
            throws IOException {
        form.open();
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T value, KafkaSinkContext context, Long timestamp) {
        byte[] key = form.key(value).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic.topicName(), null, null, key, form.value(value));
        form.headers(value).forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
