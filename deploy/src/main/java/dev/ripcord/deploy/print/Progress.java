package dev.ripcord.deploy.print;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How far a long run has got: a bar on a terminal, a line every ten seconds where nobody looks at one. A run that is
 * over before the first second of a terminal, or before those ten, shows nothing.
 */
public final class Progress {
    /** Set by the launcher where standard error is a terminal; Java itself cannot tell. */
    private static final String TERMINAL = "ripcord.terminal";

    private static final long NANOS = 1_000_000_000L;
    private static final int WIDTH = 30;
    private static final String CLEARED = "\r" + " ".repeat(78) + "\r";

    private final PrintWriter err;
    private final boolean terminal;
    private final long begun;
    private long shown;
    private boolean standing;

    /** @param now nanoseconds, as {@link #at} is told them */
    public Progress(PrintWriter err, boolean terminal, long now) {
        this.err = err;
        this.terminal = terminal;
        this.begun = now;
        this.shown = now;
    }

    public static boolean isTerminal() {
        return Boolean.getBoolean(TERMINAL);
    }

    /** @return whether enough time has passed to say something */
    public boolean isDue(long now) {
        return now - shown >= (terminal ? NANOS : 10 * NANOS);
    }

    /** @param share from 0 to 1; empty where nobody knows how much there is */
    public void at(long now, long records, OptionalDouble share) {
        shown = now;
        double seconds = (double) (now - begun) / NANOS;
        var speed = String.format(Locale.ROOT, "%,d records, %,.0f a second", records, records / seconds);
        if (!terminal) {
            err.println(share.isPresent() ? percent(share.getAsDouble()) + ", " + speed : speed);
        } else {
            err.print(CLEARED + (share.isPresent() ? bar(share.getAsDouble(), seconds) + "  " : "") + speed);
            err.flush();
            standing = true;
        }
    }

    /** Takes the bar away. */
    public void end() {
        if (standing) {
            err.print(CLEARED);
            err.flush();
            standing = false;
        }
    }

    private static String bar(double share, double seconds) {
        int full = (int) Math.round(share * WIDTH);
        var left =
                share <= 0 ? "" : String.format(Locale.ROOT, "  %.0f s left", Math.ceil(seconds * (1 - share) / share));
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + percent(share) + left;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%3.0f %%", 100 * share);
    }
}
