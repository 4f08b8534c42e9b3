package dev.ripcord.jobs.heartbeat;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * An operator that also acts when nothing comes: timers of functions need a keyed stream, and what beats here has no
 * key. Runs on the task's own thread, like everything else in an operator.
 */
abstract class TickingOperator<IN, OUT> extends AbstractStreamOperator<OUT> implements OneInputStreamOperator<IN, OUT> {
    private final long periodMillis;

    TickingOperator(long periodMillis) {
        this.periodMillis = periodMillis;
    }

    @Override
    public void open() throws Exception {
        super.open();
        getProcessingTimeService().scheduleWithFixedDelay(this::tick, periodMillis, periodMillis);
    }

    /** @param now the task's processing time, milliseconds since the epoch */
    abstract void tick(long now);

    final void emit(OUT value) {
        output.collect(new StreamRecord<>(value));
    }
}
