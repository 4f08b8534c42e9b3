package dev.ripcord.jobs.kafka;

import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record that a snapshot found on its way to a topic, or waiting for it. */
record UnwrittenRecord(byte[] key, byte[] value, Map<String, String> headers) {
    static UnwrittenRecord of(ProducerRecord<byte[], byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new UnwrittenRecord(record.key(), record.value(), headers);
    }

    /** @return the same, without a partition or a time of its own */
    ProducerRecord<byte[], byte[]> to(Topic topic) {
        var record = new ProducerRecord<>(topic.topicName(), null, null, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
