package dev.ripcord.console.guard;

import java.util.Locale;

/**
 * How detection stands.
 *
 * @param lagMillis how far it is behind; null where no heartbeat was ever seen
 */
public record GuardState(Liveness liveness, Long lagMillis) {
    static final GuardState ABSENT = new GuardState(Liveness.ABSENT, null);

    /** Whether somebody is watching. */
    public enum Liveness {
        /** Every partition is read, and without much delay. */
        LIVE,
        /** Silent, or far behind: what happens now may go unnoticed. */
        STALE,
        /** No heartbeat was ever seen. */
        ABSENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isLive() {
        return liveness == Liveness.LIVE;
    }

    /** @return the members of an answer, without braces: {@code "guard":"live","guard_lag_ms":4} */
    public String members() {
        return "\"guard\":\"" + liveness.word() + "\"" + (lagMillis == null ? "" : ",\"guard_lag_ms\":" + lagMillis);
    }
}
