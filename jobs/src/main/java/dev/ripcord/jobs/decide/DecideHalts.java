package dev.ripcord.jobs.decide;

import dev.ripcord.halt.Halt;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.jobs.settings.GuardSettings.DecisionSettings;
import dev.ripcord.pattern.Action;
import dev.ripcord.signal.Signal;
import dev.ripcord.time.WallClock;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Passes each signal on once, and says which of them stop their scope. Keyed by scope, at parallelism 1: there are few
 * signals, and later decisions look across scopes.
 */
public final class DecideHalts extends KeyedProcessFunction<String, Signal, DecidedSignal> {
    public static final OutputTag<Halt> HALTS = new OutputTag<>("halts", JsonSerializer.typeOf(Halt.class));

    /** Repeats come from a restart between a signal and the next checkpoint: minutes, not hours. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final DecisionSettings settings;
    private final WallClock clock;
    private transient ValueState<ScopeDecisions> decisions;
    private transient DecisionMetrics metrics;

    public DecideHalts(DecisionSettings settings, WallClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
        decisions =
                getRuntimeContext().getState(new ValueStateDescriptor<>("decisions", ScopeDecisionsSerializer.TYPE));
        metrics = new DecisionMetrics(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(Signal signal, Context context, Collector<DecidedSignal> out) throws Exception {
        ScopeDecisions before = decisions.value();
        ScopeDecisions scope = before == null ? ScopeDecisions.NONE : before;
        if (scope.hasSeen(signal.signalId())) {
            metrics.repeated();
            return;
        }
        boolean late =
                clock.millis() - signal.kafkaTime() > settings.latenessLimit().toMillis();
        boolean halts = signal.stops() && !late && !isCoolingDown(scope, signal);
        out.collect(new DecidedSignal(signal, late));
        if (halts) {
            context.output(HALTS, signal.halt(expiry(signal), signal.signalId()));
        }
        metrics.decided(signal, halts, clock.millis());
        decisions.update(scope.after(signal, halts));
        context.timerService().registerEventTimeTimer(forgottenAt(signal.kafkaTime()));
    }

    private boolean isCoolingDown(ScopeDecisions scope, Signal signal) {
        Long halted = scope.haltedAt().get(signal.pattern().id());
        return halted != null
                && signal.kafkaTime() - halted < settings.coolDown().toMillis();
    }

    /** @return when a pause ends, on Kafka's time, so that it is the same on a second writing; null for a halt */
    private Long expiry(Signal signal) {
        return signal.action() == Action.PAUSE
                ? signal.kafkaTime() + settings.pause().toMillis()
                : null;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DecidedSignal> out) throws Exception {
        ScopeDecisions scope = decisions.value();
        if (scope != null && forgottenAt(scope.newest()) <= timestamp) {
            decisions.clear();
        }
    }

    private long forgottenAt(long kafkaTime) {
        return kafkaTime + Math.max(REMEMBERED.toMillis(), settings.coolDown().toMillis());
    }
}
