package dev.ripcord.jobs.detect;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.Judgement;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.detection.SessionState;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.Step;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlRecordSerializer;
import dev.ripcord.jobs.exchange.BatchReader;
import dev.ripcord.jobs.exchange.EventBatch;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.jobs.settings.GuardSettings.DetectionSettings;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.Violation;
import dev.ripcord.topic.SessionKey;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.OutputTag;

/**
 * Judges each session's events in the order of their partition, as they come.
 *
 * <p>Nothing waits for a watermark: a match is found on the event that completes it. What an event is judged by depends
 * on its Kafka time alone ({@link LivePatterns}), so a subtask that reads faster than another finds the same.
 *
 * <p>Sessions are judged as objects in a {@link SessionCache}, and written to state when they leave it and at each
 * snapshot. That is why this is an operator and no function: it says itself which session's state it is at, and Flink
 * is not to look that up for events that need no state. A session has one timer, on event time, that frees it.
 */
public final class DetectSessions extends AbstractStreamOperator<Signal>
        implements TwoInputStreamOperator<EventBatch, Instruction, Signal>, Triggerable<SessionKey, VoidNamespace> {
    public static final OutputTag<SessionSummary> SESSIONS =
            new OutputTag<>("sessions", JsonSerializer.typeOf(SessionSummary.class));
    public static final OutputTag<PatternStatus> PATTERN_STATUS =
            new OutputTag<>("pattern-status", JsonSerializer.typeOf(PatternStatus.class));
    public static final OutputTag<Violation> VIOLATIONS =
            new OutputTag<>("violations", JsonSerializer.typeOf(Violation.class));

    /** Where {@link LivePatterns} keeps what was broadcast. */
    static final MapStateDescriptor<Long, PatternRecord> PATTERNS =
            new MapStateDescriptor<>("patterns", Types.LONG, PatternRecordSerializer.TYPE);

    /** Likewise, of {@link LiveControl}. */
    static final MapStateDescriptor<Long, ControlRecord> CONTROL =
            new MapStateDescriptor<>("control", Types.LONG, ControlRecordSerializer.TYPE);

    /** What Flink calls the timers of a function: detection was one, and savepoints from then are taken up. */
    private static final String TIMERS = "user-timers";

    /** The watermark of a job that is drained: nothing else comes so far. */
    private static final long END_OF_TIME = Watermark.MAX_WATERMARK.getTimestamp();

    private final PatternLoader loader;
    private final ControlInput input;
    private final DetectionSettings settings;
    private final DetectionLimits limits;

    private transient BatchReader events;
    private transient LivePatterns patterns;
    private transient LiveControl control;
    private transient LiveSessions liveSessions;
    private transient RememberedKeys remembered;
    private transient SessionDetector detector;
    private transient DetectionMetrics metrics;
    private transient ViolationPace violationPace;
    private transient SessionCache cache;
    private transient UntoldSessions untold;
    private transient SummaryPace summaryPace;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient ReachedTimes reached;
    private transient SessionCleanUp cleanUp;

    public DetectSessions(PatternLoader loader, ControlInput input, DetectionSettings settings) {
        this.loader = loader;
        this.input = input;
        this.settings = settings;
        this.limits = DetectionLimits.of(settings.allowedSkew(), settings.idleLimit(), settings.endedGrace());
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        patterns = new LivePatterns(context.getOperatorStateStore().getBroadcastState(PATTERNS));
        control = new LiveControl(
                context.getOperatorStateStore().getBroadcastState(CONTROL), input, limits, isFirstSubtask());
        liveSessions = LiveSessions.restored(context);
        remembered = RememberedKeys.of(context);
    }

    @Override
    public void open() throws Exception {
        super.open();
        events = new BatchReader();
        patterns.load(loader);
        control.load(input);
        detector = new SessionDetector(limits);
        violationPace = new ViolationPace();
        timers = getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this);
        StoredSessions stored =
                new StoredSessions(getRuntimeContext().getState(StoredSessions.DESCRIPTOR), this, limits);
        untold = new UntoldSessions(stored, settings.cachedSessions(), this::tell);
        cache = new SessionCache(stored, untold, new CacheMetrics(getMetricGroup()), settings.cachedSessions());
        reached = new ReachedTimes(getProcessingTimeService());
        SessionLifetime lifetime = new SessionLifetime(settings.endedGrace());
        cleanUp = new SessionCleanUp(timers, this, lifetime, reached, cache, liveSessions);
        summaryPace = new SummaryPace(untold, getProcessingTimeService());
        summaryPace.remembered(remembered.take(getRuntimeContext().getTaskInfo()));
        new SilentSessions(cache, getProcessingTimeService()).begin();
        metrics = new DetectionMetrics(getMetricGroup(), patterns::active, liveSessions::count, control);
        metrics.of(cache, untold);
        tellOfTheStartSoon();
    }

    /**
     * Nothing is written in {@link #open}: the task does not run yet, and a buffer that is full would hold it up there.
     * Flink runs no timer before it does, and runs one though no event comes; where a status or a snapshot comes first,
     * it is told before.
     */
    private void tellOfTheStartSoon() {
        ProcessingTimeService time = getProcessingTimeService();
        time.registerTimer(time.getCurrentProcessingTime(), now -> tellOfTheStart());
    }

    private void tellOfTheStart() {
        List<PatternStatus> found = patterns.takeStarting();
        if (isFirstSubtask()) {
            found.forEach(status -> output.collect(PATTERN_STATUS, new StreamRecord<>(status)));
        }
    }

    /** No key is set for an event: most need no state. */
    @Override
    @SuppressWarnings("rawtypes") // as Flink declares it
    public void setKeyContextElement1(StreamRecord element) {}

    @Override
    public boolean hasKeyContext1() {
        return false;
    }

    @Override
    public void processElement1(StreamRecord<EventBatch> element) throws Exception {
        events.begin(element.getValue());
        for (DigestedEvent event = events.next(); event != null; event = events.next()) {
            judge(event);
        }
    }

    private void judge(DigestedEvent event) throws Exception {
        SessionKey key = event.session();
        reached.reached(event.position().partition(), event.kafkaTime());
        LiveSession known = cache.get(key);
        LiveSession live = known == null ? cache.add(new SessionState(key, limits)) : known;
        SessionState session = live.state();
        boolean hadEnded = session.ended();
        boolean wasSplit = session.isSplit();
        Judgement judgement =
                detector.judge(session, event, patterns.at(key.tenant(), event.kafkaTime()), control.releases());
        live.changed();
        cache.weigh(live);
        if (known == null) {
            cleanUp.began(session);
        }
        for (Signal signal : judgement.signals()) {
            output.collect(new StreamRecord<>(signal, event.kafkaTime()));
        }
        if (control.halts().stopped() > 0 && judgement.step().isPresent()) {
            watch(session, event, judgement.step().get());
        }
        metrics.judged(key, judgement);
        if (session.isSplit() && !wasSplit) {
            metrics.split();
        }
        if (live.untold() == null && !judgement.duplicate()) {
            summaryPace.changed(live);
        }
        if (session.ended() && !hadEnded) {
            cache.leave(live);
        }
    }

    private void watch(SessionState session, DigestedEvent event, Step step) {
        Optional<Violation> violation = control.halts().violation(session, event, step);
        if (violation.isPresent()) {
            metrics.violated();
            violationPace
                    .after(violation.get())
                    .ifPresent(told -> output.collect(VIOLATIONS, new StreamRecord<>(told, event.kafkaTime())));
        }
    }

    private static <T> StreamRecord<T> like(StreamRecord<?> element, T value) {
        return element.hasTimestamp() ? new StreamRecord<>(value, element.getTimestamp()) : new StreamRecord<>(value);
    }

    private void tell(SessionSummary summary) {
        output.collect(SESSIONS, new StreamRecord<>(summary));
    }

    @Override
    public void processElement2(StreamRecord<Instruction> element) {
        Instruction instruction = element.getValue();
        if (instruction instanceof Instruction.OfPattern pattern) {
            tellOfTheStart();
            patterns.apply(pattern.record(), isFirstSubtask())
                    .forEach(status -> output.collect(PATTERN_STATUS, like(element, status)));
        } else if (instruction instanceof Instruction.OfControl told) {
            control.apply(told.record());
            control.forgetUpTo(reached.passedByAll(timers.currentWatermark()));
        }
    }

    /**
     * A drained job may go on from its savepoint, and then needs its sessions and their timers. So these do not hear of
     * the end: they would all fire before the savepoint, and none could be set for a later time.
     */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.getTimestamp() == END_OF_TIME) {
            output.emitWatermark(mark);
        } else {
            super.processWatermark(mark);
        }
    }

    @Override
    public void onEventTime(InternalTimer<SessionKey, VoidNamespace> timer) throws Exception {
        cleanUp.look(timer.getKey());
    }

    /** Only savepoints from when this was a function have such timers: their sessions were untold. */
    @Override
    public void onProcessingTime(InternalTimer<SessionKey, VoidNamespace> timer) {
        LiveSession live = cache.held(timer.getKey());
        if (live == null) {
            summaryPace.remembered(List.of(timer.getKey()));
        } else {
            summaryPace.changed(live);
        }
    }

    int sessionsInCache() {
        return cache.size();
    }

    DetectionMetrics metrics() {
        return metrics;
    }

    /** All subtasks know the same patterns; one of them speaks. */
    private boolean isFirstSubtask() {
        return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
    }

    /** Once records are in a snapshot they count as told. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        tellOfTheStart();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        long begun = getProcessingTimeService().getCurrentProcessingTime();
        cache.flush();
        metrics.flushed(getProcessingTimeService().getCurrentProcessingTime() - begun);
        remembered.snapshot(untold.keys());
        patterns.snapshot();
        control.snapshot();
        liveSessions.snapshot();
    }

    @Override
    public void finish() throws Exception {
        tellOfTheStart();
        untold.tellAll();
        cache.flush();
        super.finish();
    }
}
