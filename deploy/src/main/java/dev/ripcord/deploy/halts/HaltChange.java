package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.print.Moment;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Mute;
import java.util.Locale;

/** One change, in one line, for people who follow. */
public final class HaltChange {
    private HaltChange() {}

    /** @param since when the broker took the record */
    public static String of(HaltRecord record, long since) {
        return Printable.line(Moment.utc(since) + "  " + what(record) + "  by "
                + record.actor().name() + ": " + record.reason());
    }

    private static String what(HaltRecord record) {
        if (record instanceof Mute mute) {
            var target = MuteTarget.of(mute).text();
            return mute.until() > mute.issuedAt()
                    ? target + " muted until " + Moment.utc(mute.until())
                    : target + " unmuted";
        }
        var scope = HaltLog.scopeOf(record).key();
        if (record instanceof Halt halt) {
            return scope + " halted" + (halt.expiresAt() == null ? "" : " until " + Moment.utc(halt.expiresAt()));
        }
        return scope + " released";
    }

    /** @param since when the broker took the halt; 0 where it is not known */
    public static String of(TimedAnswer answer, long since) {
        Acknowledgement acknowledgement = answer.acknowledgement();
        var after = since > 0 ? " " + Math.max(0, answer.at() - since) + " ms after the halt" : "";
        var why = acknowledgement.reason() == null ? "" : ": " + acknowledgement.reason();
        return Printable.line(Moment.utc(answer.at()) + "  session/"
                + acknowledgement.session().key() + " "
                + acknowledgement.status().name().toLowerCase(Locale.ROOT) + after + why);
    }
}
