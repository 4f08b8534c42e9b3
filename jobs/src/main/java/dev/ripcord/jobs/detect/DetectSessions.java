package dev.ripcord.jobs.detect;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.Judgement;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.detection.SessionState;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlRecordSerializer;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.Violation;
import dev.ripcord.topic.SessionKey;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Judges each session's events in the order of their partition, as they come.
 *
 * <p>Nothing waits for a watermark: a match is found on the event that completes it. What an event is judged by depends
 * on its Kafka time alone ({@link LivePatterns}), so a subtask that reads faster than another finds the same.
 *
 * <p>A session holds one value and at most two timers: one on event time that frees it, and one on processing time
 * while it has changed since its summary was last told.
 */
public final class DetectSessions extends KeyedBroadcastProcessFunction<SessionKey, DigestedEvent, Instruction, Signal>
        implements CheckpointedFunction {
    public static final OutputTag<SessionSummary> SESSIONS =
            new OutputTag<>("sessions", JsonSerializer.typeOf(SessionSummary.class));
    public static final OutputTag<PatternStatus> PATTERN_STATUS =
            new OutputTag<>("pattern-status", JsonSerializer.typeOf(PatternStatus.class));
    public static final OutputTag<Violation> VIOLATIONS =
            new OutputTag<>("violations", JsonSerializer.typeOf(Violation.class));

    /** State of the broadcast side, and where {@link LivePatterns} keeps what was broadcast. */
    public static final MapStateDescriptor<Long, PatternRecord> PATTERNS =
            new MapStateDescriptor<>("patterns", Types.LONG, PatternRecordSerializer.TYPE);

    /** Likewise, of {@link LiveControl}. */
    public static final MapStateDescriptor<Long, ControlRecord> CONTROL =
            new MapStateDescriptor<>("control", Types.LONG, ControlRecordSerializer.TYPE);

    private static final long SUMMARY_MILLIS = 1_000;

    private final PatternLoader loader;
    private final ControlInput input;
    private final DetectionLimits limits;
    private final SessionLifetime lifetime;

    private transient LivePatterns patterns;
    private transient LiveControl control;
    private transient LiveSessions liveSessions;
    private transient SessionDetector detector;
    private transient DetectionMetrics metrics;
    private transient ViolationPace pace;
    private transient ValueState<SessionState> sessions;

    public DetectSessions(PatternLoader loader, ControlInput input, DetectionLimits limits, SessionLifetime lifetime) {
        this.loader = loader;
        this.input = input;
        this.limits = limits;
        this.lifetime = lifetime;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        patterns = new LivePatterns(context.getOperatorStateStore().getBroadcastState(PATTERNS));
        control = new LiveControl(
                context.getOperatorStateStore().getBroadcastState(CONTROL), input, limits, isFirstSubtask());
        liveSessions = LiveSessions.restored(context);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        patterns.load(loader);
        control.load(input);
        detector = new SessionDetector(limits);
        sessions = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("session", SessionStateSerializer.typeOf(limits)));
        pace = new ViolationPace();
        metrics = new DetectionMetrics(
                getRuntimeContext().getMetricGroup(), patterns::active, liveSessions::count, control);
    }

    @Override
    public void processElement(DigestedEvent event, ReadOnlyContext context, Collector<Signal> out) throws Exception {
        SessionState known = sessions.value();
        SessionState session = known == null ? new SessionState(context.getCurrentKey(), limits) : known;
        Judgement judgement = detector.judge(
                session,
                event,
                patterns.at(context.getCurrentKey().tenant(), event.kafkaTime()),
                control.releases());
        sessions.update(session);
        if (known == null) {
            liveSessions.began();
            context.timerService().registerEventTimeTimer(lifetime.nextLook(session, event.kafkaTime()));
        }
        judgement.signals().forEach(out::collect);
        if (control.halts().stopped() > 0) {
            judgement
                    .step()
                    .flatMap(step -> control.halts().violation(session, event, step))
                    .ifPresent(violation -> tell(violation, context));
        }
        metrics.judged(session.key(), judgement);
        if (!judgement.duplicate()) {
            tellSoon(context);
        }
    }

    private void tell(Violation violation, ReadOnlyContext context) {
        pace.after(violation).ifPresent(told -> context.output(VIOLATIONS, told));
        metrics.violated();
    }

    /** One timer a second and session, whatever its pace: timers of the same time are one. */
    private static void tellSoon(ReadOnlyContext context) {
        long now = context.timerService().currentProcessingTime();
        context.timerService().registerProcessingTimeTimer(now - now % SUMMARY_MILLIS + SUMMARY_MILLIS);
    }

    @Override
    public void processBroadcastElement(Instruction instruction, Context context, Collector<Signal> out) {
        if (instruction instanceof Instruction.OfPattern pattern) {
            patterns.apply(pattern.record(), isFirstSubtask())
                    .forEach(status -> context.output(PATTERN_STATUS, status));
        } else if (instruction instanceof Instruction.OfControl told) {
            control.apply(told.record());
            control.forgetUpTo(context.currentWatermark());
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Signal> out) throws Exception {
        SessionState session = sessions.value();
        if (session == null) {
            return;
        }
        if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
            context.output(SESSIONS, session.summary());
        } else if (lifetime.isOver(session, timestamp)) {
            sessions.clear();
            liveSessions.ended();
        } else {
            context.timerService().registerEventTimeTimer(lifetime.nextLook(session, timestamp));
        }
    }

    /** All subtasks know the same patterns; one of them speaks. */
    private boolean isFirstSubtask() {
        return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        patterns.snapshot();
        control.snapshot();
        liveSessions.snapshot();
    }
}
