package dev.ripcord.jobs.heartbeat;

import dev.ripcord.jobs.serialization.JsonValueState;
import dev.ripcord.signal.Heartbeat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * At parallelism 1: each second one heartbeat per partition, also when nothing comes.
 *
 * <p>Readers take a large lag for a guard that is not there, and agents may stop for it, so that nothing more comes: a
 * lag must end without another event. It is 0 where there is nothing to read, whoever has read it and before whichever
 * restart, and however the log ends. It is unknown only for some seconds after a start.
 */
public final class EmitHeartbeats extends TickingOperator<Progress, Heartbeat> {
    private static final long PERIOD_MILLIS = 1_000;

    /** To look what lies ahead takes a few ticks; what is not known after that has waited since the start at least. */
    private static final long UNKNOWN_MILLIS = 10_000;

    private final EventLog log;
    private transient JsonValueState<ReadUpTo[]> state;
    private transient Map<Integer, ReadUpTo> partitions;
    private transient EventLog.Query query;
    private transient long openedAt;
    private transient Long knownAt;

    public EmitHeartbeats(EventLog log) {
        super(PERIOD_MILLIS);
        this.log = log;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        partitions = new TreeMap<>();
        state = new JsonValueState<>(context.getOperatorStateStore(), "read-up-to", ReadUpTo[].class);
        // One in which nothing comes never tells again how far it is read.
        Optional<ReadUpTo[]> kept = state.read();
        if (kept.isPresent()) {
            List.of(kept.get()).forEach(this::put);
        } else if (!context.isRestored()) {
            // After a savepoint of a version that kept nothing the source goes on from there, and not from the start.
            begin();
        }
    }

    private void begin() {
        StartingPoint start = log.start();
        start.next().forEach((partition, next) -> put(new ReadUpTo(partition, next, null, start.takenAt())));
        knownAt = start.takenAt();
    }

    private void put(ReadUpTo read) {
        partitions.put(read.partition(), read);
    }

    @Override
    public void open() throws Exception {
        query = log.open();
        openedAt = getProcessingTimeService().getCurrentProcessingTime();
        super.open();
    }

    @Override
    public void processElement(StreamRecord<Progress> element) {
        Progress progress = element.getValue();
        put(of(progress.position().partition()).after(progress));
    }

    /** One that was not there a moment ago held nothing then; what those held that are met first is not known. */
    private ReadUpTo of(int partition) {
        ReadUpTo known = partitions.get(partition);
        return known == null ? new ReadUpTo(partition, 0, null, knownAt) : known;
    }

    @Override
    void tick(long now) {
        Map<Integer, Long> next = new TreeMap<>();
        partitions.forEach((partition, read) -> next.put(partition, read.next()));
        LogState known = query.refresh(now, next).at(now);
        known.ahead().forEach((partition, ahead) -> put(of(partition).seeing(ahead, known.askedAt())));
        if (!known.ahead().isEmpty()) {
            knownAt = known.askedAt();
        }
        Long watched = now - openedAt > UNKNOWN_MILLIS ? (Long) (now - openedAt) : null;
        partitions.forEach((partition, read) -> emit(read.beat(known.ahead().get(partition), watched, now)));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        state.write(partitions.values().toArray(ReadUpTo[]::new));
    }

    @Override
    public void close() throws Exception {
        if (query != null) {
            query.close();
        }
        super.close();
    }
}
