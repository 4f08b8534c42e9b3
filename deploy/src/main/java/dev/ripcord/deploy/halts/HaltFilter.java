package dev.ripcord.deploy.halts;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Scope;
import java.util.Optional;

/**
 * Which halts and mutes somebody asks about. What is empty asks nothing.
 *
 * @param tenant whose; what counts for everybody counts for theirs too
 * @param pattern that halted, or is muted
 * @param scope exactly this one
 * @param since when the broker took the record at the earliest, milliseconds since the epoch
 */
public record HaltFilter(
        Optional<String> tenant, Optional<String> pattern, Optional<Scope> scope, Optional<Long> since) {

    public boolean asksNothing() {
        return tenant.isEmpty() && pattern.isEmpty() && scope.isEmpty() && since.isEmpty();
    }

    /** @param log that the halt is listed from */
    public boolean shows(ListedHalt halt, HaltLog log) {
        var target = MuteTarget.parse(halt.scope());
        var halting = halt.pattern() == null && target.scope() != null ? byGuard(target.scope(), log) : halt.pattern();
        return shows(target, halting)
                && since.filter(from -> halt.since() < from).isEmpty();
    }

    /** @param record that has come, and so is as new as anybody can ask */
    public boolean shows(HaltRecord record, HaltLog log) {
        if (record instanceof Mute mute) {
            return shows(MuteTarget.of(mute), null);
        }
        var scope = HaltLog.scopeOf(record);
        return shows(new MuteTarget(scope, null), record instanceof Halt halt ? halt.pattern() : byGuard(scope, log));
    }

    /** @return whether the halt that is answered is shown, as far as it is known */
    public boolean shows(Acknowledgement answer, HaltLog log) {
        return shows(new MuteTarget(answer.scope(), null), byGuard(answer.scope(), log));
    }

    /** A release, and an answer, name no pattern: it is that of the halt which it is about. */
    private static PatternReference byGuard(Scope scope, HaltLog log) {
        var halt = log.standing(scope).guard();
        return halt == null ? null : halt.pattern();
    }

    private boolean shows(MuteTarget target, PatternReference halting) {
        var named =
                Optional.ofNullable(halting).map(PatternReference::id).or(() -> Optional.ofNullable(target.pattern()));
        return tenant.filter(asked -> isOfAnother(asked, target.scope())).isEmpty()
                && pattern.filter(asked -> !Optional.of(asked).equals(named)).isEmpty()
                && scope.filter(asked -> !asked.equals(target.scope())).isEmpty();
    }

    private static boolean isOfAnother(String tenant, Scope scope) {
        return scope != null && scope.tenant() != null && !scope.tenant().equals(tenant);
    }
}
