package dev.ripcord.jobs;

import dev.ripcord.decision.DecidedSignal;
import dev.ripcord.decision.DecisionLimits;
import dev.ripcord.decision.HaltWrite;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.VolatileFields;
import dev.ripcord.jobs.control.ControlLoader;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlTrust;
import dev.ripcord.jobs.decide.AcknowledgementRecord;
import dev.ripcord.jobs.decide.DecideHalts;
import dev.ripcord.jobs.decide.News;
import dev.ripcord.jobs.decide.NewsSerializer;
import dev.ripcord.jobs.decide.ReadAcknowledgements;
import dev.ripcord.jobs.detect.ControlInput;
import dev.ripcord.jobs.detect.DetectSessions;
import dev.ripcord.jobs.detect.Instruction;
import dev.ripcord.jobs.detect.InstructionSerializer;
import dev.ripcord.jobs.detect.PatternLoader;
import dev.ripcord.jobs.detect.SessionDetection;
import dev.ripcord.jobs.exchange.GatherEvents;
import dev.ripcord.jobs.heartbeat.EmitHeartbeats;
import dev.ripcord.jobs.heartbeat.EventLog;
import dev.ripcord.jobs.heartbeat.Progress;
import dev.ripcord.jobs.heartbeat.ReportProgress;
import dev.ripcord.jobs.ingest.DeadLetters;
import dev.ripcord.jobs.ingest.DecodeEvents;
import dev.ripcord.jobs.ingest.DigestedEventSerializer;
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
    /** What flows in: the log, the patterns, halts and releases, acknowledgements, all as their topics hold them. */
    public record Inputs(
            DataStream<RawRecord> events,
            DataStream<PatternRecord> patterns,
            PatternLoader knownPatterns,
            DataStream<ControlRecord> control,
            ControlLoader knownControl,
            DataStream<AcknowledgementRecord> acknowledgements,
            EventLog log) {}

    /** What comes out, one stream per topic. */
    public record Outputs(
            DataStream<DeadLetter> dead,
            DataStream<DecidedSignal> signals,
            DataStream<HaltWrite> halts,
            DataStream<SessionSummary> sessions,
            DataStream<PatternStatus> patternStatus,
            DataStream<Heartbeat> heartbeats) {}

    private GuardTopology() {}

    public static Outputs build(Inputs in, GuardSettings settings, WallClock clock) {
        var decoded = decode(in, settings);
        var judged = SessionDetection.of(
                GatherEvents.of(decoded, settings.bufferTimeout()),
                instructions(in),
                in.knownPatterns(),
                control(in, settings),
                settings.detection());
        var decided = decide(news(judged, in), in, settings, clock);
        return new Outputs(
                decoded.getSideOutput(DecodeEvents.DEAD),
                decided,
                decided.getSideOutput(DecideHalts.HALTS),
                judged.getSideOutput(DetectSessions.SESSIONS),
                judged.getSideOutput(DetectSessions.PATTERN_STATUS),
                heartbeats(in));
    }

    private static SingleOutputStreamOperator<DigestedEvent> decode(Inputs in, GuardSettings settings) {
        var letters = new DeadLetters(settings.keepDeadContent());
        return in.events()
                .process(new DecodeEvents(letters, VolatileFields.DEFAULT), DigestedEventSerializer.TYPE)
                .uid("decode")
                .name("decode");
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

    private static ControlInput control(Inputs in, GuardSettings settings) {
        return new ControlInput(
                in.knownControl(),
                ControlTrust.of(settings.control().trusted()),
                settings.control().violationGrace());
    }

    private static DataStream<News> news(SingleOutputStreamOperator<Signal> judged, Inputs in) {
        var signals = judged.map(signal -> (News) new News.OfSignal(signal), NewsSerializer.TYPE)
                .uid("signal-news");
        var violations = judged.getSideOutput(DetectSessions.VIOLATIONS)
                .map(violation -> (News) new News.OfViolation(violation), NewsSerializer.TYPE)
                .uid("violation-news");
        var control = in.control()
                .map(record -> (News) new News.OfControl(record), NewsSerializer.TYPE)
                .setParallelism(1)
                .uid("control-news");
        var acknowledgements = in.acknowledgements()
                .flatMap(new ReadAcknowledgements(), NewsSerializer.TYPE)
                .setParallelism(1)
                .uid("acknowledgement-news");
        return signals.union(violations, control, acknowledgements);
    }

    private static SingleOutputStreamOperator<DecidedSignal> decide(
            DataStream<News> news, Inputs in, GuardSettings settings, WallClock clock) {
        DecisionLimits limits = settings.decisions();
        return news.keyBy(News::scopeKey)
                .process(
                        new DecideHalts(limits, control(in, settings), clock),
                        JsonSerializer.typeOf(DecidedSignal.class))
                .setParallelism(1)
                .setMaxParallelism(1)
                .uid("decide")
                .name("decide");
    }

    private static DataStream<Heartbeat> heartbeats(Inputs in) {
        return in.events()
                .transform("progress", JsonSerializer.typeOf(Progress.class), new ReportProgress())
                .uid("progress")
                .transform("heartbeat", JsonSerializer.typeOf(Heartbeat.class), new EmitHeartbeats(in.log()))
                // No maximum of its own: at parallelism 1 it is chained to what has another, and a savepoint of that
                // job could not be restored at any other parallelism.
                .setParallelism(1)
                .uid("heartbeat");
    }
}
