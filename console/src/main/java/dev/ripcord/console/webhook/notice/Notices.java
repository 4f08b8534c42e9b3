package dev.ripcord.console.webhook.notice;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.Severity;
import dev.ripcord.signal.Signal;

/** What signals and people's halts and releases mean to people elsewhere. */
public final class Notices {
    private Notices() {}

    public static Notice of(Signal signal, Marks marks) {
        return new Notice(
                signal.signalId(),
                what(signal, marks),
                signal.pattern(),
                signal.action(),
                signal.severity(),
                signal.scope(),
                signal.tenantId(),
                signal.sessionId(),
                signal.agentId(),
                signal.message(),
                new Actor(Actor.Kind.PATTERN, signal.pattern().key()),
                signal.kafkaTime(),
                signal.spendUsd(),
                signal.values());
    }

    /** @param at the broker's time of the record: a person's own clock may be wrong */
    public static Notice of(Halt byPerson, long at) {
        var scope = byPerson.scope();
        return new Notice(
                byPerson.haltId(),
                What.OPERATOR,
                null,
                byPerson.expiresAt() == null ? Action.HALT : Action.PAUSE,
                Severity.CRITICAL,
                scope,
                scope.tenant(),
                scope.kind() == ScopeKind.SESSION ? scope.id() : null,
                scope.kind() == ScopeKind.AGENT ? scope.id() : null,
                byPerson.reason(),
                byPerson.actor(),
                at,
                null,
                byPerson.values());
    }

    /** @param at the broker's time of the record */
    public static Resolution of(Release byPerson, long at) {
        return new Resolution(
                Cause.ofOperator(byPerson.scope()), null, byPerson.scope(), HaltedCauses.said(byPerson), at);
    }

    private static What what(Signal signal, Marks marks) {
        if (signal.mode() == Mode.SHADOW) {
            return What.SHADOW; // also what Ripcord says of a pattern on trial
        }
        if (Cause.isSystem(signal.pattern())) {
            return What.SYSTEM;
        }
        if (!signal.action().stops()) {
            return signal.action() == Action.WARN ? What.WARNINGS : What.OBSERVED;
        }
        if (marks.muted()) {
            return What.MUTED;
        }
        if (marks.held()) {
            return What.HELD;
        }
        if (marks.standing()) {
            return What.OBSERVED; // the halt that stands was told, and is over when it is released
        }
        return marks.late() ? What.LATE : What.HALTS;
    }
}
