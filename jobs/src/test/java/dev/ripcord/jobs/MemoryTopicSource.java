package dev.ripcord.jobs;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Reads a {@link MemoryTopic} as it is written, with one subtask. Its state is the number of the next record. */
final class MemoryTopicSource<T> implements Source<T, NumberSequenceSplit, Collection<NumberSequenceSplit>> {
    private final String topic;
    private final NumberSequenceSource numbers;

    MemoryTopicSource(String topic, long size) {
        this.topic = topic;
        this.numbers = new NumberSequenceSource(0, size - 1);
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<T, NumberSequenceSplit> createReader(SourceReaderContext context) {
        return new Reader<>(MemoryTopic.named(topic), context);
    }

    @Override
    public SplitEnumerator<NumberSequenceSplit, Collection<NumberSequenceSplit>> createEnumerator(
            SplitEnumeratorContext<NumberSequenceSplit> context) {
        return numbers.createEnumerator(context);
    }

    @Override
    public SplitEnumerator<NumberSequenceSplit, Collection<NumberSequenceSplit>> restoreEnumerator(
            SplitEnumeratorContext<NumberSequenceSplit> context, Collection<NumberSequenceSplit> left) {
        return numbers.restoreEnumerator(context, left);
    }

    @Override
    public SimpleVersionedSerializer<NumberSequenceSplit> getSplitSerializer() {
        return numbers.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Collection<NumberSequenceSplit>> getEnumeratorCheckpointSerializer() {
        return numbers.getEnumeratorCheckpointSerializer();
    }

    private static final class Reader<T> implements SourceReader<T, NumberSequenceSplit> {
        private final MemoryTopic<T> topic;
        private final SourceReaderContext context;
        private final CompletableFuture<Void> assigned = new CompletableFuture<>();
        private NumberSequenceSplit split;
        private long next;

        private Reader(MemoryTopic<T> topic, SourceReaderContext context) {
            this.topic = topic;
            this.context = context;
        }

        @Override
        public void start() {
            if (split == null) {
                context.sendSplitRequest();
            }
        }

        @Override
        public void addSplits(List<NumberSequenceSplit> splits) {
            split = splits.get(0);
            next = split.from();
            topic.startsAt(next);
            assigned.complete(null);
        }

        /** Where all was read before a savepoint, nothing is left to be assigned. */
        @Override
        public void notifyNoMoreSplits() {
            if (split == null) {
                topic.startsAt(Long.MAX_VALUE);
            }
            assigned.complete(null);
        }

        @Override
        public InputStatus pollNext(ReaderOutput<T> output) {
            if (!assigned.isDone()) {
                return InputStatus.NOTHING_AVAILABLE;
            }
            if (isAtTheEnd()) {
                return InputStatus.END_OF_INPUT;
            }
            if (topic.written(next).isDone()) {
                output.collect(topic.reading(next++));
            }
            return InputStatus.NOTHING_AVAILABLE;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return !assigned.isDone() || isAtTheEnd() ? assigned : topic.written(next);
        }

        private boolean isAtTheEnd() {
            return split == null || next > split.to();
        }

        @Override
        public List<NumberSequenceSplit> snapshotState(long checkpoint) {
            return isAtTheEnd() ? List.of() : List.of(new NumberSequenceSplit(split.splitId(), next, split.to()));
        }

        @Override
        public void close() {}
    }
}
