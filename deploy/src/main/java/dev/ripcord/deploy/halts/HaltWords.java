package dev.ripcord.deploy.halts;

import dev.ripcord.console.operate.Written;
import dev.ripcord.deploy.print.Moment;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Scope;
import java.util.Optional;

/** What came of a command, in one line each. */
public final class HaltWords {
    private HaltWords() {}

    public static String halted(Written written, HaltLog log) {
        Halt halt = (Halt) written.record();
        String until = halt.expiresAt() == null ? "until it is released" : "until " + Moment.utc(halt.expiresAt());
        return Printable.line(
                written.changed()
                        ? "halted " + halt.scope().key() + " " + until
                        : halt.scope().key() + " is halted already, " + until + ", " + who(halt, log));
    }

    /** @param now milliseconds since the epoch */
    public static String released(Scope scope, Written written, HaltLog log, long now) {
        return Printable.line(
                written.changed()
                        ? "released " + scope.key() + "; what it did until now is forgiven"
                        : scope.key() + " " + overSince(scope, log, now));
    }

    /** What was halted before is no slip, and nobody else is meant. */
    private static String overSince(Scope scope, HaltLog log, long now) {
        if (log.latest(scope).orElse(null) instanceof Halt halt && halt.hasExpired(now)) {
            return "is not halted any more: it ended by itself already, at " + Moment.utc(halt.expiresAt());
        }
        return log.latestRelease(scope)
                .map(release -> "is released already, " + who(release, log))
                .orElse("is not halted");
    }

    public static String muted(MuteTarget target, Mute mute) {
        return Printable.line("muted " + target.text() + " until " + Moment.utc(mute.until())
                + ": it goes on to signal, and nobody is halted for it");
    }

    /** @param last the newest mute of it, which is over; empty where there was none */
    public static String notMuted(MuteTarget target, Optional<Mute> last, HaltLog log) {
        return Printable.line(target.text()
                + last.map(mute -> mute.until() > mute.issuedAt()
                                ? " is not muted any more: it ended by itself already, at " + Moment.utc(mute.until())
                                : " is unmuted already, " + who(mute, log))
                        .orElse(" is not muted"));
    }

    static String who(HaltRecord record, HaltLog log) {
        return "since " + Moment.utc(log.since(record)) + " by "
                + record.actor().name() + ": " + record.reason();
    }

    /** Whatever else stops the scope: a release of one ends no other. */
    public static String stillHalted(Halt wider, HaltLog log) {
        return Printable.line(
                "it stays stopped all the same: " + wider.scope().key() + " is halted " + who(wider, log));
    }
}
