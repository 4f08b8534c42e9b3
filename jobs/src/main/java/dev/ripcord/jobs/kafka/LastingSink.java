package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.metrics.Gauge;

/**
 * Writes at least once, and holds up nobody who shares its thread: neither decisions nor events wait for a topic that
 * people read.
 *
 * <p>Flink's KafkaSink waits at each checkpoint until all that it has sent is there, for two minutes, and fails the job
 * then; the job would go back and wait again.
 */
final class LastingSink<T>
        implements Sink<T>, SupportsWriterState<T, Optional<UnwrittenRecord>>, SupportsCommitter<NothingToCommit> {
    private static final long serialVersionUID = 1L;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Topic topic;
    private final KafkaSettings kafka;
    private final RecordForm<T> form;

    LastingSink(Topic topic, KafkaSettings kafka, RecordForm<T> form) {
        this.topic = topic;
        this.kafka = kafka;
        this.form = form;
    }

    @Override
    public LastingWriter<T> createWriter(WriterInitContext context) throws IOException {
        return restoreWriter(context, List.of());
    }

    @Override
    public LastingWriter<T> restoreWriter(WriterInitContext context, Collection<Optional<UnwrittenRecord>> before)
            throws IOException {
        form.open();
        var writer = new LastingWriter<>(topic, kafka, form, context.getProcessingTimeService(), PAUSE);
        context.metricGroup().gauge("unwritten_records", (Gauge<Integer>) writer::unwritten);
        context.metricGroup().gauge("dropped_records", (Gauge<Long>) writer::dropped);
        try {
            writer.restore(before);
        } catch (RuntimeException cancelled) {
            writer.close();
            throw cancelled;
        }
        return writer;
    }

    @Override
    public SimpleVersionedSerializer<Optional<UnwrittenRecord>> getWriterStateSerializer() {
        return new UnwrittenRecordSerializer();
    }

    @Override
    public Committer<NothingToCommit> createCommitter(CommitterInitContext context) {
        return new NothingToCommit.Nobody();
    }

    @Override
    public SimpleVersionedSerializer<NothingToCommit> getCommittableSerializer() {
        return new NothingToCommit.Form();
    }
}
