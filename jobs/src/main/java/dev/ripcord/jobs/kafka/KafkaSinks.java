package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/** What GuardJob writes. */
public final class KafkaSinks {
    private KafkaSinks() {}

    /** Tells how things stand; what cannot be told is dropped, and the job goes on. */
    public static <T> Sink<T> informing(Topic topic, KafkaSettings kafka, RecordForm<T> form) {
        return new InformingSink<>(topic, kafka, form);
    }

    /** At least once, and nobody waits for it. */
    public static <T> Sink<T> lasting(Topic topic, KafkaSettings kafka, RecordForm<T> form) {
        return new LastingSink<>(topic, kafka, form);
    }

    /** At least once, acknowledged by all replicas. Transactions would cost a checkpoint of delay. */
    public static <T> Sink<T> to(Topic topic, KafkaSettings kafka, RecordForm<T> form) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(kafka.bootstrapServers())
                .setKafkaProducerConfig(kafka.producer())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new RecordWriter<>(topic, form))
                .build();
    }
}
