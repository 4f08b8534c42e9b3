package dev.ripcord.jobs;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.event.Envelope;
import dev.ripcord.halt.Halt;
import dev.ripcord.jobs.control.ControlLoader;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlTrust;
import dev.ripcord.jobs.decide.DecideHalts;
import dev.ripcord.jobs.decide.DecidedSignal;
import dev.ripcord.jobs.detect.ControlInput;
import dev.ripcord.jobs.detect.DetectSessions;
import dev.ripcord.jobs.detect.Instruction;
import dev.ripcord.jobs.detect.InstructionSerializer;
import dev.ripcord.jobs.detect.PatternLoader;
import dev.ripcord.jobs.detect.SessionKeySerializer;
import dev.ripcord.jobs.detect.SessionLifetime;
import dev.ripcord.jobs.heartbeat.EmitHeartbeats;
import dev.ripcord.jobs.heartbeat.EndOffsets;
import dev.ripcord.jobs.heartbeat.Progress;
import dev.ripcord.jobs.heartbeat.ReportProgress;
import dev.ripcord.jobs.ingest.DeadLetters;
import dev.ripcord.jobs.ingest.DecodeEvents;
import dev.ripcord.jobs.ingest.EnvelopeSerializer;
import dev.ripcord.jobs.ingest.RawRecord;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.jobs.settings.GuardSettings;
import dev.ripcord.signal.DeadLetter;
import dev.ripcord.signal.Heartbeat;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.signal.Signal;
import dev.ripcord.time.WallClock;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Detects runaways in agent events and says what to do about them. Reads top to bottom as the data flows. */
public final class GuardTopology {
    /** What flows in: the log, the patterns, and what was halted and released, all as their topics hold them. */
    public record Inputs(
            DataStream<RawRecord> events,
            DataStream<PatternRecord> patterns,
            PatternLoader knownPatterns,
            DataStream<ControlRecord> control,
            ControlLoader knownControl,
            EndOffsets ends) {}

    /** What comes out, one stream per topic. */
    public record Outputs(
            DataStream<DeadLetter> dead,
            DataStream<DecidedSignal> signals,
            DataStream<Halt> halts,
            DataStream<SessionSummary> sessions,
            DataStream<PatternStatus> patternStatus,
            DataStream<Heartbeat> heartbeats) {}

    private GuardTopology() {}

    public static Outputs build(Inputs in, GuardSettings settings, WallClock clock) {
        var decoded = decode(in, settings);
        var judged = judge(decoded, in, settings);
        var decided = decide(judged, settings.decisions(), clock);
        return new Outputs(
                decoded.getSideOutput(DecodeEvents.DEAD),
                decided,
                decided.getSideOutput(DecideHalts.HALTS),
                judged.getSideOutput(DetectSessions.SESSIONS),
                judged.getSideOutput(DetectSessions.PATTERN_STATUS),
                heartbeats(in));
    }

    private static SingleOutputStreamOperator<Envelope> decode(Inputs in, GuardSettings settings) {
        return in.events()
                .process(new DecodeEvents(new DeadLetters(settings.keepDeadContent())), EnvelopeSerializer.TYPE)
                .uid("decode")
                .name("decode");
    }

    private static SingleOutputStreamOperator<Signal> judge(
            DataStream<Envelope> events, Inputs in, GuardSettings settings) {
        var detection = settings.detection();
        var limits = DetectionLimits.of(detection.allowedSkew(), detection.idleLimit(), detection.endedGrace());
        var lifetime = new SessionLifetime(detection.endedGrace());
        var control = new ControlInput(
                in.knownControl(),
                ControlTrust.of(settings.control().trusted()),
                settings.control().violationGrace());
        return events.keyBy(envelope -> envelope.event().session(), SessionKeySerializer.TYPE)
                .connect(instructions(in).broadcast(DetectSessions.PATTERNS, DetectSessions.CONTROL))
                .process(
                        new DetectSessions(in.knownPatterns(), control, limits, lifetime),
                        JsonSerializer.typeOf(Signal.class))
                .uid("detect")
                .name("detect");
    }

    private static DataStream<Instruction> instructions(Inputs in) {
        var patterns = in.patterns()
                .map(record -> (Instruction) new Instruction.OfPattern(record), InstructionSerializer.TYPE)
                .setParallelism(1)
                .uid("pattern-instructions");
        var control = in.control()
                .map(record -> (Instruction) new Instruction.OfControl(record), InstructionSerializer.TYPE)
                .setParallelism(1)
                .uid("control-instructions");
        return patterns.union(control);
    }

    private static SingleOutputStreamOperator<DecidedSignal> decide(
            DataStream<Signal> signals, GuardSettings.DecisionSettings settings, WallClock clock) {
        return signals.keyBy(signal -> signal.scope().key())
                .process(new DecideHalts(settings, clock), JsonSerializer.typeOf(DecidedSignal.class))
                .setParallelism(1)
                .setMaxParallelism(1)
                .uid("decide")
                .name("decide");
    }

    private static DataStream<Heartbeat> heartbeats(Inputs in) {
        return in.events()
                .transform("progress", JsonSerializer.typeOf(Progress.class), new ReportProgress())
                .uid("progress")
                .transform("heartbeat", JsonSerializer.typeOf(Heartbeat.class), new EmitHeartbeats(in.ends()))
                .setParallelism(1)
                .setMaxParallelism(1)
                .uid("heartbeat");
    }
}
