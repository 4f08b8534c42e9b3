package dev.ripcord.jobs.detect;

import dev.ripcord.jobs.exchange.EventBatch;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.jobs.settings.GuardSettings.DetectionSettings;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The stage that judges: the guard, the backtest and the benchmark attach it to events of their own. */
public final class SessionDetection {
    private SessionDetection() {}

    /**
     * @param events each session's in the order of its log, gathered for this
     * @param instructions reach every subtask
     * @param known patterns that are there before the first event
     */
    public static SingleOutputStreamOperator<Signal> of(
            DataStream<EventBatch> events,
            DataStream<Instruction> instructions,
            PatternLoader known,
            ControlInput control,
            DetectionSettings settings) {
        return bySession(events)
                .connect(instructions.broadcast())
                .transform("detect", JsonSerializer.typeOf(Signal.class), new DetectSessions(known, control, settings))
                .uid("detect");
    }

    /**
     * By one session of each batch, which is enough to bring it to the subtask of all of them. A batch that was on its
     * way at an unaligned checkpoint could belong to two subtasks after a rescale; Flink takes none where another input
     * is broadcast.
     */
    private static KeyedStream<EventBatch, SessionKey> bySession(DataStream<EventBatch> batches) {
        return batches.keyBy(EventBatch::session, SessionKeySerializer.TYPE);
    }
}
