package dev.ripcord.jobs.decide;

import dev.ripcord.decision.DecidedSignal;
import dev.ripcord.decision.DecisionLimits;
import dev.ripcord.decision.Decisions;
import dev.ripcord.decision.HaltWrite;
import dev.ripcord.decision.ScopeDecisions;
import dev.ripcord.decision.TopicWords;
import dev.ripcord.decision.WiderDecisions;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Scope;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.detect.ControlInput;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.jobs.serialization.JsonValueState;
import dev.ripcord.time.WallClock;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Passes each signal on once, says which of them stop their scope, and follows what becomes of halts. Keyed by scope, at
 * parallelism 1: there is little news, and some decisions look across scopes.
 *
 * <p>A scope holds one value and one timer on event time that frees it, and while an acknowledgement is waited for one
 * on processing time.
 */
public final class DecideHalts extends KeyedProcessFunction<String, News, DecidedSignal>
        implements CheckpointedFunction {
    public static final OutputTag<HaltWrite> HALTS = new OutputTag<>("halts", JsonSerializer.typeOf(HaltWrite.class));

    /** What a job that ends, or is drained, says of the time. Nothing is over then. */
    private static final long END_OF_TIME = Long.MAX_VALUE;

    private static final long BETWEEN_LOOKS_MILLIS = 3_600_000;

    private final DecisionLimits limits;
    private final ControlInput input;
    private final WallClock clock;

    private transient JsonValueState<WiderDecisions.Kept> widerState;
    private transient ValueState<ScopeDecisions> scopes;
    private transient WiderDecisions wider;
    private transient Decisions decisions;
    private transient ReadBack control;
    private transient TopicWords topic;
    private transient long openedAt;
    private transient DecisionMetrics metrics;

    public DecideHalts(DecisionLimits limits, ControlInput input, WallClock clock) {
        this.limits = limits;
        this.input = input;
        this.clock = clock;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        widerState =
                new JsonValueState<>(context.getOperatorStateStore(), "wider-decisions", WiderDecisions.Kept.class);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        scopes = getRuntimeContext().getState(new ValueStateDescriptor<>("decisions", ScopeDecisionsSerializer.TYPE));
        metrics = new DecisionMetrics(getRuntimeContext().getMetricGroup());
        wider = new WiderDecisions(limits, widerState.read().orElse(WiderDecisions.Kept.NOTHING));
        decisions = new Decisions(limits, wider);
        control = new ReadBack(input.trust().reader(), metrics::refusedRecord);
        topic = new TopicWords(limits);
        openedAt = clock.millis();
        List<ControlRecord> standing = input.loader().load();
        control.startAt(standing);
        standing.forEach(this::standing);
    }

    /** What stands is known before the first signal; what is to be done about it, in its order, once it is read again. */
    private void standing(ControlRecord record) {
        if (isMute(record)) {
            mute(record);
        } else if (!record.isTombstone()) {
            control.read(record).ifPresent(said -> topic.apply(said, record.kafkaTime()));
        }
    }

    private static boolean isMute(ControlRecord record) {
        return record.key().endsWith("/mute");
    }

    private void mute(ControlRecord record) {
        if (record.isTombstone()) {
            wider.removeMute(record.key());
        } else {
            control.read(record).ifPresent(said -> {
                if (said instanceof Mute mute) {
                    wider.apply(mute);
                }
            });
        }
    }

    @Override
    public void processElement(News news, Context context, Collector<DecidedSignal> out) throws Exception {
        if (news instanceof News.OfControl of && isMute(of.record())) {
            mute(of.record());
            return;
        }
        ScopeDecisions known = known();
        Emission emission = new Emission(context, out, metrics);
        ScopeDecisions joined = scopeWithKey(context.getCurrentKey())
                .map(scope -> decisions.joined(known, scope, topic, emission))
                .orElse(known);
        ScopeDecisions after = heard(joined, news, emission);
        if (after != known) {
            keep(after, context.timerService());
        }
    }

    private ScopeDecisions heard(ScopeDecisions known, News news, Emission emission) {
        if (news instanceof News.OfSignal of) {
            ScopeDecisions after = decisions.signalled(known, of.signal(), clock.millis(), emission);
            if (after != known) {
                metrics.decided(of.signal(), clock.millis());
            }
            return after;
        }
        if (news instanceof News.OfViolation of) {
            return decisions.violated(known, of.violation(), emission);
        }
        if (news instanceof News.OfAcknowledgement of) {
            return decisions.acknowledged(known, of.acknowledgement(), of.kafkaTime(), emission);
        }
        if (news instanceof News.OfAnswer of) {
            return decisions.answered(known, of.acknowledgement(), of.kafkaTime());
        }
        ControlRecord record = ((News.OfControl) news).record();
        // What is gone from the topic ends no halt, and is forgotten here in its time.
        return record.isTombstone()
                ? known
                : control.read(record)
                        .map(said -> heard(known, said, record, emission))
                        .orElse(known);
    }

    private ScopeDecisions heard(ScopeDecisions known, HaltRecord said, ControlRecord record, Emission emission) {
        return ReadBack.scopeOf(said)
                .map(scope -> decisions.recorded(
                        known,
                        said,
                        record.kafkaTime(),
                        clock.millis(),
                        control.isSuperseded(scope, record.offset()),
                        emission))
                .orElse(known);
    }

    /** Somebody may acknowledge the halt of a scope that cannot be: one without a name. */
    private static Optional<Scope> scopeWithKey(String key) {
        try {
            return Optional.of(Scope.parse(key));
        } catch (IllegalArgumentException noScope) {
            return Optional.empty();
        }
    }

    private ScopeDecisions known() throws Exception {
        ScopeDecisions known = scopes.value();
        return known == null ? ScopeDecisions.NONE : known;
    }

    private void keep(ScopeDecisions after, TimerService timers) throws Exception {
        ScopeDecisions kept = after;
        if (after.lookAt() == null) {
            // A timer in the past would fire at once, and for ever where the clocks do not agree.
            long later = Math.max(timers.currentWatermark(), 0) + BETWEEN_LOOKS_MILLIS;
            long until = decisions.keptUntil(after);
            kept = after.lookingAt(until > timers.currentWatermark() ? until : later);
            timers.registerEventTimeTimer(kept.lookAt());
        }
        after.nextAckDueAt().ifPresent(timers::registerProcessingTimeTimer);
        scopes.update(kept);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DecidedSignal> out) throws Exception {
        ScopeDecisions known = scopes.value();
        if (known == null) {
            return;
        }
        if (context.timerService().currentWatermark() == END_OF_TIME) {
            // The timer is gone, and a job that goes on from here needs another.
            scopes.update(known.lookingAgain());
            return;
        }
        Optional<Scope> named = scopeWithKey(context.getCurrentKey());
        if (named.isEmpty()) {
            scopes.clear();
            return;
        }
        onTimer(timestamp, known, named.get(), context, new Emission(context, out, metrics));
    }

    private void onTimer(long timestamp, ScopeDecisions known, Scope scope, OnTimerContext context, Emission emission)
            throws Exception {
        if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
            keep(waited(timestamp, known, scope, emission), context.timerService());
            return;
        }
        long kafkaTime = Math.max(timestamp, context.timerService().currentWatermark());
        Optional<ScopeDecisions> left = decisions.aged(kafkaTime, clock.millis(), known, scope, emission);
        if (left.isEmpty()) {
            scopes.clear();
        } else {
            keep(left.get().lookingAgain(), context.timerService());
        }
    }

    /** While the job was down nobody read what was acknowledged: it is read now. */
    private ScopeDecisions waited(long timestamp, ScopeDecisions known, Scope scope, Emission emission) {
        long readBy = openedAt + limits.ackTimeout().toMillis();
        return timestamp < readBy ? known.waitingUntil(readBy) : decisions.waited(known, scope, timestamp, emission);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        widerState.write(wider.kept());
    }
}
