package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.Gauge;

/**
 * Writes what tells how things stand, and never fails or holds up the job for it.
 *
 * <p>Flink's KafkaSink cannot be told so: with each of its guarantees, NONE included, a record that was not written
 * fails the task, and where a topic is missing each record waits a minute for it, on the thread that judges events.
 */
final class InformingSink<T> implements Sink<T> {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Topic topic;
    private final KafkaSettings kafka;
    private final RecordForm<T> form;

    InformingSink(Topic topic, KafkaSettings kafka, RecordForm<T> form) {
        this.topic = topic;
        this.kafka = kafka;
        this.form = form;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        InformingWriter<T> writer = new InformingWriter<>(topic, kafka, form, PAUSE);
        context.metricGroup().gauge("dropped_records", (Gauge<Long>) writer::dropped);
        return writer;
    }
}
