package dev.ripcord.decision;

import dev.ripcord.event.Money;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.halt.Writer;
import dev.ripcord.pattern.Action;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.Violation;
import dev.ripcord.time.Durations;
import dev.ripcord.topic.Position;
import java.util.List;
import java.util.Map;

/**
 * What follows a halt that is not obeyed, each rung once: no runtime acknowledges it; one refuses it; its session goes
 * on; its session still goes on although people were told, and the definition has the lineage halted for that.
 *
 * <p>What people are told needs a session's situation: where no event of the scope is known, as of an operator's halt
 * of a tenant that nobody acknowledges, it is counted only.
 */
final class Ladder {
    private static final Actor GUARD = new Actor(Actor.Kind.SYSTEM, "guard");

    private final DecisionLimits limits;
    private final WiderDecisions wider;

    Ladder(DecisionLimits limits, WiderDecisions wider) {
        this.limits = limits;
        this.wider = wider;
    }

    /** Tells what became known of a halt's way. */
    static void measure(HaltCase before, HaltCase after, Consequences out) {
        if (before.delivery().isEmpty()) {
            after.delivery().ifPresent(out::delivered);
        }
        if (before.timeToStop().isEmpty()) {
            after.timeToStop().ifPresent(time -> out.stopped(after.haltId(), time));
        }
    }

    /** @param known of the session that speaks: it stands still, for whichever halt, or says that it goes on */
    static ScopeDecisions answered(ScopeDecisions known, Acknowledgement acknowledgement, long kafkaTime) {
        return acknowledgement.status() == Acknowledgement.Status.REFUSED
                ? known.unanswered()
                : known.answered(kafkaTime);
    }

    /** Who stands still for a pause, or for what was released, has not said so of a halt. */
    private static boolean answersOthers(ScopeDecisions scope, Acknowledgement acknowledgement, long kafkaTime) {
        return acknowledgement.status() == Acknowledgement.Status.REFUSED
                || scope.find(acknowledgement.haltId())
                        .map(named ->
                                named.expiresAt() == null && (!named.isKnown() || scope.isInForce(named, kafkaTime)))
                        .orElse(true);
    }

    ScopeDecisions acknowledged(
            ScopeDecisions scope, Acknowledgement acknowledgement, long kafkaTime, Consequences out) {
        boolean speaksForItself =
                acknowledgement.speaksOfItsOwnSession() && answersOthers(scope, acknowledgement, kafkaTime);
        ScopeDecisions known = speaksForItself ? answered(scope, acknowledgement, kafkaTime) : scope;
        HaltCase before =
                known.find(acknowledgement.haltId()).orElseGet(() -> HaltCase.named(acknowledgement.haltId()));
        HaltCase after = before.acknowledged(acknowledgement.status(), kafkaTime);
        measure(before, after, out);
        // Anybody may write about halts that there are not; people are told of those that stand.
        boolean stands = before.isKnown() && known.isInForce(before, kafkaTime);
        if (stands && acknowledgement.status() == Acknowledgement.Status.REFUSED) {
            // Why stays where the runtime wrote it: its words may hold content.
            String message = "a runtime refuses " + after.inWords() + " of "
                    + acknowledgement.scope().key() + "; session "
                    + acknowledgement.session().key() + " goes on";
            return alarmed(known.with(after), after, Alarm.REFUSED, acknowledgement.scope(), message, Map.of(), out);
        }
        return known.with(after);
    }

    /** @param now wall clock, milliseconds since the epoch */
    ScopeDecisions overdue(ScopeDecisions known, Scope scope, long now, Consequences out) {
        ScopeDecisions after = known;
        for (HaltCase one : known.cases()) {
            if (one.ackDueAt() != null && one.ackDueAt() <= now) {
                after = after.with(one.waitedFor());
                if (known.isUnanswered(one, now)) {
                    out.count(Happening.UNACKNOWLEDGED);
                    String timeout = Durations.format(limits.ackTimeout());
                    String message = one.inWords() + " of " + scope.key() + " was not acknowledged within " + timeout
                            + ": its agent may not know of it";
                    after = alarmed(after, one.waitedFor(), Alarm.UNACKNOWLEDGED, scope, message, Map.of(), out);
                }
            }
        }
        return after;
    }

    ScopeDecisions violated(ScopeDecisions known, Violation violation, Consequences out) {
        out.count(Happening.VIOLATED, violation.events());
        if (violation.costUsd() != null) {
            out.ignoredAt(violation.costUsd());
        }
        HaltCase before = known.find(violation.haltId()).orElseGet(() -> HaltCase.named(violation.haltId()));
        HaltCase after = before.violated(violation);
        ScopeDecisions counted = known.with(after).with(Situation.of(violation, known.situation()));
        if (!known.isInForce(after, violation.kafkaTime())) {
            return counted;
        }
        if (!after.hasTold(Alarm.VIOLATED)) {
            String message = "session " + violation.session().key() + " goes on in spite of " + after.inWords() + " of "
                    + violation.scope().key() + ": " + after.ignored().inWords();
            return alarmed(counted, after, Alarm.VIOLATED, violation.scope(), message, cost(after), out);
        }
        return escalates(after, violation, counted.situation()) ? escalated(counted, after, violation, out) : counted;
    }

    private boolean escalates(HaltCase one, Violation violation, Situation at) {
        return one.escalates()
                && one.writer() == Writer.GUARD
                && violation.scope().kind() == ScopeKind.SESSION
                && !one.hasTold(Alarm.ESCALATED)
                && violation.kafkaTime() - one.ignored().toldAt()
                        >= limits.violationGrace().toMillis()
                && !wider.mutes().mutes(one.pattern().id(), at, violation.kafkaTime());
    }

    private static ScopeDecisions escalated(ScopeDecisions known, HaltCase one, Violation violation, Consequences out) {
        Situation at = known.situation();
        Scope lineage = at.lineage();
        String message = one.inWords() + " of " + violation.scope().key() + " was ignored: "
                + one.ignored().inWords();
        Signal signal = Alarm.ESCALATED.signal(lineage, one.haltId(), at, Action.HALT, message, cost(one));
        out.tell(DecidedSignal.of(signal));
        out.write(HaltWrite.of(halt(signal, one, violation.position())));
        out.count(Happening.HALTED);
        out.count(Happening.ESCALATED);
        return known.with(one.telling(Alarm.ESCALATED));
    }

    private static Halt halt(Signal signal, HaltCase one, Position position) {
        return new Halt(
                Halt.SCHEMA_VERSION,
                signal.signalId(),
                Writer.GUARD,
                signal.scope(),
                signal.message(),
                GUARD,
                signal.kafkaTime(),
                null,
                position,
                one.pattern(),
                List.of(position),
                signal.values(),
                null,
                one.haltId(),
                List.of(),
                null,
                null);
    }

    private static ScopeDecisions alarmed(
            ScopeDecisions known,
            HaltCase one,
            Alarm alarm,
            Scope scope,
            String message,
            Map<String, Object> values,
            Consequences out) {
        if (known.situation() == null || one.hasTold(alarm)) {
            return known;
        }
        out.tell(DecidedSignal.of(alarm.signal(scope, one.haltId(), known.situation(), Action.WARN, message, values)));
        return known.with(one.telling(alarm));
    }

    private static Map<String, Object> cost(HaltCase one) {
        return Map.of(
                "ignored_events",
                one.ignored().events(),
                "ignored_cost_usd",
                Money.dollars(one.ignored().costNanos()));
    }
}
