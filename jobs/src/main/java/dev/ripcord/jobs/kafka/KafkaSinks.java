package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/** What GuardJob writes. */
public final class KafkaSinks {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private KafkaSinks() {}

    /** Tells how things stand; what cannot be told is dropped, and the job goes on. */
    public static <T> Sink<T> informing(Topic topic, KafkaSettings kafka, RecordForm<T> form) {
        return new InformingSink<>(topic, kafka, form);
    }

    /** At least once, acknowledged by all replicas. Transactions would cost a checkpoint of delay. */
    public static <T> Sink<T> to(Topic topic, KafkaSettings kafka, RecordForm<T> form) {
        return to(topic, kafka, kafka.producer(), form);
    }

    /**
     * The same, and where the topic cannot be written it is tried for an hour before the job fails and begins anew: what
     * else the job does goes on meanwhile.
     */
    public static <T> Sink<T> patient(Topic topic, KafkaSettings kafka, RecordForm<T> form) {
        Properties producer = kafka.producer();
        producer.put("delivery.timeout.ms", Long.toString(PATIENCE.toMillis()));
        producer.put("max.block.ms", Long.toString(PATIENCE.toMillis()));
        return to(topic, kafka, producer, form);
    }

    private static <T> Sink<T> to(Topic topic, KafkaSettings kafka, Properties producer, RecordForm<T> form) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(kafka.bootstrapServers())
                .setKafkaProducerConfig(producer)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new RecordWriter<>(topic, form))
                .build();
    }
}
