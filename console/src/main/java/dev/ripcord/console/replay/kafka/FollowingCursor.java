package dev.ripcord.console.replay.kafka;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** The records that come, as they come, until somebody interrupts. */
final class FollowingCursor implements RecordCursor {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Mention mention;
    private Iterator<ConsumerRecord<byte[], byte[]>> polled =
            List.<ConsumerRecord<byte[], byte[]>>of().iterator();

    /** @param from first offset by partition */
    FollowingCursor(KafkaConsumer<byte[], byte[]> consumer, String topic, Map<Integer, Long> from, Mention mention) {
        this.consumer = consumer;
        this.mention = mention;
        consumer.assign(from.keySet().stream()
                .map(partition -> new TopicPartition(topic, partition))
                .toList());
        from.forEach((partition, offset) -> consumer.seek(new TopicPartition(topic, partition), offset));
    }

    @Override
    public LogRecord next() {
        try {
            while (true) {
                while (polled.hasNext()) {
                    ConsumerRecord<byte[], byte[]> record = polled.next();
                    if (record.value() != null && mention.in(record.value())) {
                        return PartitionCursor.record(record);
                    }
                }
                polled = consumer.poll(POLL).iterator();
            }
        } catch (InterruptException ended) {
            Thread.interrupted();
            return null;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
