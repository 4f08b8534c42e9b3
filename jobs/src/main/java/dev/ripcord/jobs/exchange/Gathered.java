package dev.ripcord.jobs.exchange;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.DigestedEventCodec;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import org.apache.flink.core.memory.DataOutputSerializer;

/** What goes to one receiver next. */
final class Gathered {
    /** Two such batches fit into one of Flink's buffers (32 KiB); of events of half a kilobyte it takes about thirty. */
    private static final int FULL_BYTES = 15 * 1024;

    /** A batch is full before its last event, which may be larger than all others; its room is not kept then. */
    static final int MOST_KEPT_BYTES = 64 * 1024;

    private DataOutputSerializer out = new DataOutputSerializer(FULL_BYTES);
    private SessionKey first;
    private long time;

    void add(DigestedEvent event, DigestedEventCodec codec) throws IOException {
        if (first == null) {
            first = event.session();
        }
        time = event.kafkaTime();
        codec.write(event, out);
    }

    boolean isEmpty() {
        return first == null;
    }

    boolean isFull() {
        return out.length() >= FULL_BYTES;
    }

    /** @return good until the next event is added */
    EventBatch batch() {
        return new EventBatch(first, out.getSharedBuffer(), out.length());
    }

    /** @return Kafka time of the latest event */
    long time() {
        return time;
    }

    void clear() {
        first = null;
        if (out.length() > MOST_KEPT_BYTES) {
            out = new DataOutputSerializer(FULL_BYTES);
        } else {
            out.clear();
        }
    }
}
