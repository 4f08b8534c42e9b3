package dev.ripcord.jobs.detect;

import dev.ripcord.detection.DetectionLimits;
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
        var limits = DetectionLimits.of(settings.allowedSkew(), settings.idleLimit(), settings.endedGrace());
        var lifetime = new SessionLifetime(settings.endedGrace());
        return events.keyBy(DigestedEvent::session, SessionKeySerializer.TYPE)
                .connect(instructions.broadcast(DetectSessions.PATTERNS, DetectSessions.CONTROL))
                .process(new DetectSessions(known, control, limits, lifetime), JsonSerializer.typeOf(Signal.class))
                .uid("detect")
                .name("detect");
    }
}
