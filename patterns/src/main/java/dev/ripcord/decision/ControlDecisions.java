package dev.ripcord.decision;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.halt.Writer;

/** Takes what stands on {@code ripcord.halts}: the guard's own records as they come back, and what operators say. */
final class ControlDecisions {
    private final DecisionLimits limits;

    ControlDecisions(DecisionLimits limits) {
        this.limits = limits;
    }

    /**
     * @param now wall clock, milliseconds since the epoch
     * @param superseded whether a later record of the guard is known to stand under the same key
     */
    ScopeDecisions after(
            ScopeDecisions known, HaltRecord record, long kafkaTime, long now, boolean superseded, Consequences out) {
        if (record instanceof Halt halt) {
            return halt.writer() == Writer.OPERATOR && isOld(known.operator(), halt)
                    ? known
                    : takenBack(
                            fares(heard(known, halt, kafkaTime), halt, kafkaTime, now, out),
                            halt.scope(),
                            superseded,
                            out);
        }
        if (record instanceof Release release) {
            return release.writer() == Writer.GUARD
                    ? known.with(known.guard().after(release, kafkaTime))
                    : takenBack(released(known, release, kafkaTime), release.scope(), superseded, out);
        }
        return known;
    }

    private static boolean isOld(OperatorWord known, Halt halt) {
        // The one that stands may be known from the topic's end at start: how it fares is still to be followed.
        return !known.isNews(halt) && !halt.haltId().equals(known.haltId());
    }

    private static ScopeDecisions heard(ScopeDecisions known, Halt halt, long kafkaTime) {
        return switch (halt.writer()) {
            case GUARD -> known.with(known.guard().after(halt, kafkaTime));
            case OPERATOR ->
                known.operator().isNews(halt) ? known.with(known.operator().after(halt, kafkaTime)) : known;
        };
    }

    private ScopeDecisions released(ScopeDecisions known, Release release, long kafkaTime) {
        if (!known.operator().isNews(release)) {
            return known;
        }
        boolean stale = limits.isStale(release, kafkaTime);
        ScopeDecisions heard = known.with(known.operator().after(release, kafkaTime, stale));
        return stale ? heard : heard.cooled();
    }

    private ScopeDecisions fares(ScopeDecisions known, Halt halt, long kafkaTime, long now, Consequences out) {
        HaltCase before = known.find(halt.haltId()).orElseGet(() -> HaltCase.named(halt.haltId()));
        boolean asked =
                halt.scope().kind() == ScopeKind.SESSION && !limits.ackTimeout().isZero();
        // People were told of older halts when those were new.
        boolean recent = !limits.isLate(kafkaTime, now);
        Long due = asked && recent ? now + limits.ackTimeout().toMillis() : null;
        HaltCase after = before.recorded(halt, kafkaTime, due);
        Ladder.measure(before, after, out);
        return known.with(after);
    }

    /** What the topic said of the scope when the job started, before its first news. */
    static ScopeDecisions joined(ScopeDecisions known, TopicWords.Words topic, Scope scope, Consequences out) {
        return takenBack(known.joined(topic), scope, false, out);
    }

    private static ScopeDecisions takenBack(ScopeDecisions known, Scope scope, boolean superseded, Consequences out) {
        GuardWord guard = known.guard();
        return guard.position() == null || superseded
                ? known
                : Withdrawal.of(known, scope, guard.position(), guard.issuedAt(), out);
    }
}
