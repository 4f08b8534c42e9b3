package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/** What GuardJob writes: at least once, acknowledged by all replicas. Transactions would cost a checkpoint of delay. */
public final class KafkaSinks {
    private KafkaSinks() {}

    public static <T> KafkaSink<T> to(Topic topic, KafkaSettings kafka, RecordForm<T> form) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(kafka.bootstrapServers())
                .setKafkaProducerConfig(kafka.producer())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new RecordWriter<>(topic, form))
                .build();
    }
}
