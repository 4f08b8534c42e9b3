package dev.ripcord.decision;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.halt.Writer;
import java.time.Duration;
import java.util.Optional;

/**
 * For how long decisions about a scope are kept, on Kafka's time, and when a halt leaves the topic. Halts of sessions
 * alone do: there are ever more sessions, and one that nobody has written to for so long is over. What operators wrote
 * is theirs.
 */
final class Retention {
    /** Repeats come from a restart between a signal and the next checkpoint: minutes, not hours. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final DecisionLimits limits;

    Retention(DecisionLimits limits) {
        this.limits = limits;
    }

    /** @return the Kafka time at which nothing of it is needed any more, as far as is known now */
    long until(ScopeDecisions known) {
        long signals = later(known.seen().newest(), REMEMBERED.plus(limits.coolDown()));
        long guard = later(known.guard().recordedAt(), limits.retention());
        long operator = later(known.operator().recordedAt(), limits.retention());
        long situation = known.situation() == null
                ? Long.MIN_VALUE
                : later(known.situation().kafkaTime(), REMEMBERED);
        long answered = known.answeredAt() == null ? Long.MIN_VALUE : later(known.answeredAt(), REMEMBERED);
        long until = Math.max(answered, Math.max(Math.max(signals, situation), Math.max(guard, operator)));
        for (HaltCase one : known.cases()) {
            until = Math.max(until, later(one.receivedAt() == null ? Long.MIN_VALUE : one.receivedAt(), REMEMBERED));
        }
        return until;
    }

    /** One event that is dated into the next year moves Kafka's time, and must not free everybody who is halted. */
    private boolean isTooSoon(ScopeDecisions known, long now) {
        return known.guard().hasWritten() && now < later(known.guard().recordedAt(), limits.retention());
    }

    private static long later(long kafkaTime, Duration by) {
        return kafkaTime == Long.MIN_VALUE ? Long.MIN_VALUE : kafkaTime + by.toMillis();
    }

    /**
     * @param now wall clock, milliseconds since the epoch
     * @return what is left of the decisions at that time: all of it, or nothing
     */
    Optional<ScopeDecisions> at(long kafkaTime, long now, ScopeDecisions known, Scope scope, Consequences out) {
        if (until(known) > kafkaTime || isTooSoon(known, now)) {
            return Optional.of(known);
        }
        if (scope.kind() == ScopeKind.SESSION && known.guard().hasWritten()) {
            out.write(HaltWrite.tombstone(Halt.key(scope, Writer.GUARD)));
        }
        return Optional.empty();
    }
}
