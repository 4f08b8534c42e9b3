package dev.ripcord.jobs.detect;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.jobs.settings.GuardSettings.DetectionSettings;
import dev.ripcord.signal.Signal;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The stage that judges: the guard, the backtest and the benchmark attach it to events of their own. */
public final class SessionDetection {
    private SessionDetection() {}

    /**
     * @param events each session's in the order of its log
     * @param instructions reach every subtask
     * @param known patterns that are there before the first event
     */
    public static SingleOutputStreamOperator<Signal> of(
            DataStream<DigestedEvent> events,
            DataStream<Instruction> instructions,
            PatternLoader known,
            ControlInput control,
            DetectionSettings settings) {
        return events.keyBy(DigestedEvent::session, SessionKeySerializer.TYPE)
                .connect(instructions.broadcast())
                .transform("detect", JsonSerializer.typeOf(Signal.class), new DetectSessions(known, control, settings))
                .uid("detect");
    }
}
