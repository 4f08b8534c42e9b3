package dev.ripcord.jobs.heartbeat;

import dev.ripcord.signal.Heartbeat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** At parallelism 1: each second one heartbeat per partition, also when nothing comes. */
public final class EmitHeartbeats extends TickingOperator<Progress, Heartbeat> {
    private static final long PERIOD_MILLIS = 1_000;

    private final EndOffsets endOffsets;
    private transient Map<Integer, Progress> latest;
    private transient EndOffsets.Query query;

    public EmitHeartbeats(EndOffsets endOffsets) {
        super(PERIOD_MILLIS);
        this.endOffsets = endOffsets;
    }

    @Override
    public void open() throws Exception {
        latest = new TreeMap<>();
        query = endOffsets.open();
        super.open();
    }

    @Override
    public void processElement(StreamRecord<Progress> element) {
        latest.put(element.getValue().position().partition(), element.getValue());
    }

    @Override
    void tick(long now) {
        Map<Integer, Long> ends = query.refresh();
        TreeSet<Integer> partitions = new TreeSet<>(ends.keySet());
        partitions.addAll(latest.keySet());
        partitions.forEach(partition -> emit(heartbeat(partition, ends.get(partition), now)));
    }

    private Heartbeat heartbeat(int partition, Long end, long now) {
        Progress progress = latest.get(partition);
        if (progress == null) {
            return new Heartbeat(Heartbeat.SCHEMA_VERSION, partition, -1, null, null, null, now);
        }
        // The end was asked for a second ago, and may lie before what has been read since.
        Long lag = end == null
                ? null
                : (Long) Math.max(0, end - progress.position().offset() - 1);
        return new Heartbeat(
                Heartbeat.SCHEMA_VERSION,
                partition,
                progress.position().offset(),
                progress.kafkaTime(),
                lag,
                lagMillis(lag, progress, now),
                now);
    }

    /** What is not read came after what was read last, so that none of it has waited for longer. */
    private static Long lagMillis(Long lag, Progress progress, long now) {
        if (lag == null) {
            return null;
        }
        return lag == 0 ? 0L : Math.max(0, now - progress.kafkaTime());
    }

    @Override
    public void close() throws Exception {
        if (query != null) {
            query.close();
        }
        super.close();
    }
}
