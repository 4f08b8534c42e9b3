package dev.ripcord.jobs.exchange;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.DigestedEventCodec;
import java.io.IOException;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Gathers events that go to the same subtask. An event that comes alone goes at once; those that come within a
 * millisecond of it go together when that is over, or before that where they are many. So batches are as large as the
 * load makes them, and nobody waits for longer than Flink's own buffers would let him.
 *
 * <p>Whatever else flows to the receivers (a barrier, a watermark, the end) comes after the events before it, as if
 * they had not been gathered. Nothing is left to be kept in state.
 */
public final class GatherEvents extends AbstractStreamOperator<EventBatch>
        implements OneInputStreamOperator<DigestedEvent, EventBatch>, ProcessingTimeCallback {
    private static final long serialVersionUID = 1L;

    /** For Flink's buffers: what is sent has waited here. */
    private static final long AT_ONCE = 0;

    private transient DigestedEventCodec codec;
    private transient Receivers receivers;
    private transient Gathered[] gathered;
    /** Whether the millisecond after the latest sending is not over. */
    private transient boolean waiting;

    private GatherEvents() {}

    /** @param events each session's in the order of its log; they stay so in the batches, one after the other */
    public static DataStream<EventBatch> of(DataStream<DigestedEvent> events) {
        return events.transform("gather", EventBatchSerializer.TYPE, new GatherEvents())
                .setBufferTimeout(AT_ONCE)
                .uid("gather");
    }

    @Override
    public void open() throws Exception {
        super.open();
        codec = new DigestedEventCodec(false);
        receivers = Receivers.of(this);
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
        if (!waiting) {
            send(next);
            waitAMillisecond();
        } else if (next.isFull()) {
            send(next);
        }
    }

    @Override
    public void onProcessingTime(long timestamp) {
        if (sendAll()) {
            waitAMillisecond();
        } else {
            waiting = false;
        }
    }

    /** Flink adds one to the time that a timer is set to. */
    private void waitAMillisecond() {
        waiting = true;
        getProcessingTimeService().registerTimer(getProcessingTimeService().getCurrentProcessingTime(), this);
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
