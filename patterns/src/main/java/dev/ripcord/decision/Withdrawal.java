package dev.ripcord.decision;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Writer;
import dev.ripcord.topic.Position;
import java.util.List;

/**
 * The guard takes back a halt of its own that a release has overtaken on its way, or that an earlier incarnation may
 * have written: it rests on evidence from before the release counts, at a position that the operator could not know of.
 *
 * <p>It writes under the guard's own key, where it takes the place of the halt. So it is not written where the guard has
 * halted the scope for something newer meanwhile: the halt that was to be taken back is gone from the key by then.
 */
final class Withdrawal {
    private static final Actor GUARD = new Actor(Actor.Kind.SYSTEM, "guard");
    private static final String REASON = "a release had overtaken the halt: what it rests on is from before the release";

    private Withdrawal() {}

    /** @return the decisions after taking back what completed at the position, if that is to be taken back */
    static ScopeDecisions of(
            ScopeDecisions decisions, Scope scope, Position position, long kafkaTime, Consequences out) {
        GuardWord guard = decisions.guard();
        boolean overtaken = decisions.operator().overtakes(position, kafkaTime) && !guard.hasWithdrawn(position);
        boolean newerHalt =
                guard.issuedAt() != null && !decisions.operator().isBeforeRelease(guard.issuedAt());
        if (!overtaken || newerHalt) {
            return decisions;
        }
        // Later than the release of its own that it takes the place of, and forgiving what that forgave.
        long issuedAt = Math.max(kafkaTime, guard.withdrawnAt() == Long.MIN_VALUE ? kafkaTime : guard.withdrawnAt() + 1);
        List<Position> through = Forgiven.newest(guard.withdrawn(), List.of(position));
        Release release = Release.of(Writer.GUARD, scope, REASON, GUARD, issuedAt, through);
        out.write(HaltWrite.of(release));
        out.count(Happening.WITHDRAWN);
        return decisions.with(guard.after(release, kafkaTime));
    }
}
