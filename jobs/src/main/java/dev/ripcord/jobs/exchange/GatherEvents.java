package dev.ripcord.jobs.exchange;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.DigestedEventCodec;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Gathers events that go to the same subtask. An event that comes alone goes at once; those that come soon after it go
 * together when a certain time is over, or before that where they are many. So batches are as large as the load makes
 * them, and nobody waits for longer than that.
 *
 * <p>A barrier, a watermark and the end of a drained job come after the events before them, as if these had not been
 * gathered. Where a job stops with a savepoint and is not drained, they go before the savepoint's barrier. Nothing is
 * left to be kept in state.
 */
public final class GatherEvents extends AbstractStreamOperator<EventBatch>
        implements OneInputStreamOperator<DigestedEvent, EventBatch>, ProcessingTimeCallback {
    private static final long serialVersionUID = 1L;

    /** For Flink's buffers: what is sent has waited here. */
    private static final long AT_ONCE = 0;

    private final SerializableFunction<AbstractStreamOperator<?>, Receivers> deployed;
    private final long timeout;

    private transient DigestedEventCodec codec;
    private transient Receivers receivers;
    private transient Gathered[] gathered;
    /** Whether the time after the latest sending is not over. */
    private transient boolean waiting;

    /**
     * @param deployed finds, once the operator is set up, whom its output leads to
     * @param timeout milliseconds; 0 gathers nothing, and below it time plays no part, as with Flink's buffers
     */
    GatherEvents(SerializableFunction<AbstractStreamOperator<?>, Receivers> deployed, long timeout) {
        this.deployed = deployed;
        this.timeout = timeout;
    }

    /**
     * @param events each session's in the order of its log; they stay so in the batches, one after the other
     * @param wait for company, at most; none gathers nothing
     */
    public static DataStream<EventBatch> of(DataStream<DigestedEvent> events, Duration wait) {
        return events.transform("gather", EventBatchSerializer.TYPE, new GatherEvents(Receivers::of, wait.toMillis()))
                .setBufferTimeout(AT_ONCE)
                .uid("gather");
    }

    @Override
    public void open() throws Exception {
        super.open();
        codec = new DigestedEventCodec(false);
        receivers = deployed.apply(this);
        gathered = new Gathered[receivers.count()];
        for (int receiver = 0; receiver < gathered.length; receiver++) {
            gathered[receiver] = new Gathered();
        }
    }

    @Override
    public void processElement(StreamRecord<DigestedEvent> element) throws IOException {
        DigestedEvent event = element.getValue();
        Gathered next = gathered[receivers.of(event.session())];
        next.add(event, codec);
        if (!waiting || next.isFull()) {
            send(next);
        }
        if (!waiting) {
            gather();
        }
    }

    @Override
    public void onProcessingTime(long timestamp) {
        waiting = false;
        if (sendAll()) {
            gather();
        }
    }

    private void gather() {
        waiting = timeout != 0;
        if (timeout > 0) {
            // Flink adds a millisecond to the time that a timer is set to.
            long now = getProcessingTimeService().getCurrentProcessingTime();
            getProcessingTimeService().registerTimer(now + timeout - 1, this);
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        sendAll();
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        sendAll();
        super.processWatermark(mark);
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        sendAll();
        super.processWatermarkStatus(status);
    }

    @Override
    public void finish() throws Exception {
        sendAll();
        super.finish();
    }

    /** @return whether there was anything */
    private boolean sendAll() {
        boolean sent = false;
        for (Gathered next : gathered) {
            if (!next.isEmpty()) {
                send(next);
                sent = true;
            }
        }
        return sent;
    }

    private void send(Gathered next) {
        output.collect(new StreamRecord<>(next.batch(), next.time()));
        next.clear();
    }
}
