package dev.ripcord.decision;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Escalation;
import dev.ripcord.signal.Signal;
import dev.ripcord.time.Durations;
import java.util.Map;

/** Passes each signal on once, and says which of them stop their scope. */
final class SignalDecisions {
    private final DecisionLimits limits;
    private final WiderDecisions wider;

    SignalDecisions(DecisionLimits limits, WiderDecisions wider) {
        this.limits = limits;
        this.wider = wider;
    }

    /** @param now wall clock, milliseconds since the epoch */
    ScopeDecisions after(ScopeDecisions known, Signal signal, long now, Consequences out) {
        if (known.seen().contains(signal.signalId())) {
            out.count(Happening.REPEATED);
            return known;
        }
        wider.passed(signal);
        ScopeDecisions passed = known.with(known.seen().with(signal.signalId(), signal.kafkaTime()))
                .with(Situation.of(signal));
        boolean late = limits.isLate(signal.kafkaTime(), now);
        boolean muted = wider.mutes().mutes(signal);
        if (muted) {
            out.count(Happening.MUTED);
        }
        return switch (verdict(passed, signal, late || muted)) {
            case TOLD -> {
                out.tell(new DecidedSignal(signal, late, muted, null, null));
                yield passed;
            }
            case TAKEN_BACK -> {
                out.tell(new DecidedSignal(signal, late, muted, null, null));
                yield Withdrawal.of(passed, signal.scope(), signal.position(), signal.kafkaTime(), out);
            }
            case HALTED -> halted(passed, signal, out);
            case STANDS -> stands(passed, signal, out);
            case HELD -> held(passed, signal, out);
        };
    }

    private Verdict verdict(ScopeDecisions scope, Signal signal, boolean lateOrMuted) {
        if (!signal.stops() || scope.operator().forgives(signal.position())) {
            return Verdict.TOLD;
        }
        // Before all else: the incarnation that wrote the halt may have found the signal in time and not muted.
        if (scope.operator().overtakes(signal.position(), signal.kafkaTime())) {
            return Verdict.TAKEN_BACK;
        }
        if (lateOrMuted || scope.guard().isNewerThan(signal.kafkaTime())) {
            return Verdict.TOLD;
        }
        if (isStopped(scope, signal)) {
            return Verdict.STANDS;
        }
        if (isCoolingDown(scope, signal)) {
            return Verdict.TOLD;
        }
        return wider.cap().holds(signal) ? Verdict.HELD : Verdict.HALTED;
    }

    private boolean isCoolingDown(ScopeDecisions scope, Signal signal) {
        Long halted = scope.haltedAt().get(signal.pattern().id());
        return halted != null && signal.kafkaTime() - halted < limits.coolDown().toMillis();
    }

    /**
     * The guard has one key a scope. What ends sooner never takes the place of what stands there. Nor does what lasts as
     * long, for the time of the cool-down: the first halt says what stopped the scope, when, and what it had cost by
     * then, and more is found of a runaway before it stands still. After that somebody goes on, who refused the first
     * halt, or for whom it is not on the topic any more: then another is written. The same halt is written again, after a
     * recovery.
     */
    private boolean isStopped(ScopeDecisions scope, Signal signal) {
        GuardWord guard = scope.guard();
        if (signal.signalId().equals(guard.haltId())
                || !guard.standsUntil(expiry(signal), scope.operator(), signal.kafkaTime())) {
            return false;
        }
        return guard.lastsLongerThan(expiry(signal))
                || signal.kafkaTime() - guard.issuedAt() < limits.coolDown().toMillis();
    }

    private static ScopeDecisions stands(ScopeDecisions scope, Signal signal, Consequences out) {
        String standing = scope.guard().haltId();
        out.tell(new DecidedSignal(signal, false, false, null, standing));
        return signal.escalation() == Escalation.PARENT
                ? scope.with(scope.find(standing)
                        .orElseGet(() -> HaltCase.named(standing))
                        .escalating())
                : scope;
    }

    private ScopeDecisions halted(ScopeDecisions scope, Signal signal, Consequences out) {
        wider.cap().halted(signal);
        Halt halt = signal.halt(expiry(signal), wider.incidents().join(signal));
        out.tell(DecidedSignal.of(signal));
        out.write(HaltWrite.of(halt));
        out.count(Happening.HALTED);
        return scope.haltedBy(signal.pattern().id(), signal.kafkaTime())
                .with(scope.guard().after(halt, signal.kafkaTime()))
                .with(scope.find(halt.haltId())
                        .orElseGet(() -> HaltCase.named(halt.haltId()))
                        .decided(signal, halt));
    }

    /** @return when a pause ends, on Kafka's time, so that it is the same on a second writing; null for a halt */
    private Long expiry(Signal signal) {
        return signal.action() == Action.PAUSE
                ? signal.kafkaTime() + limits.pause().toMillis()
                : null;
    }

    private ScopeDecisions held(ScopeDecisions scope, Signal signal, Consequences out) {
        String incident = wider.incidents().join(signal);
        out.tell(new DecidedSignal(signal, false, false, incident, null));
        out.count(Happening.HELD);
        if (wider.incidents().asks(signal)) {
            out.tell(DecidedSignal.of(question(signal, incident)));
        }
        return scope;
    }

    private Signal question(Signal signal, String incident) {
        long halted = wider.cap().count(signal);
        Scope tenant = new Scope(ScopeKind.TENANT, signal.tenantId(), null);
        String message = signal.pattern().id() + " has halted " + halted
                + (halted == 1 ? " lineage" : " lineages") + " of tenant " + signal.tenantId() + " within "
                + Durations.format(limits.blastWindow()) + "; its further halts are held. To let them through: "
                + "ripcord halt --held " + incident + " --reason 'I looked at them'";
        return Alarm.HELD.signal(
                tenant,
                incident,
                Situation.of(signal),
                Action.WARN,
                message,
                Map.of("halted_lineages", halted, "incident", incident));
    }
}
