package dev.ripcord.jobs.heartbeat;

import dev.ripcord.jobs.ingest.RawRecord;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Beside each source subtask: tells four times a second how far its partitions are read, where that has changed. */
public final class ReportProgress extends TickingOperator<RawRecord, Progress> {
    private static final long PERIOD_MILLIS = 250;

    private transient Map<Integer, RawRecord> latest;

    public ReportProgress() {
        super(PERIOD_MILLIS);
    }

    @Override
    public void open() throws Exception {
        latest = new HashMap<>();
        super.open();
    }

    @Override
    public void processElement(StreamRecord<RawRecord> element) {
        RawRecord raw = element.getValue();
        latest.put(raw.position().partition(), raw);
    }

    @Override
    void tick(long now) {
        report();
    }

    /** What the source will not read again must be in the state of who was to hear of it. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        report();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    private void report() {
        latest.values().forEach(raw -> emit(new Progress(raw.position(), raw.kafkaTime())));
        latest.clear();
    }
}
