package dev.ripcord.deploy.backtest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the new definitions change for one session.
 *
 * @param before where the old ones would have halted it; null where they would not
 * @param now where the new ones would have; null where they would not
 */
public record Change(Kind kind, HaltedSession before, HaltedSession now) {
    static final Comparator<Change> IN_ORDER =
            Comparator.comparing(Change::kind).thenComparing(Change::either, HaltedSession.IN_ORDER_OF_TIME);

    /** How it changes. */
    public enum Kind {
        /** Halted only now. */
        @JsonProperty("new")
        NEW,
        /** Not halted any more. */
        @JsonProperty("lost")
        LOST,
        @JsonProperty("earlier")
        EARLIER,
        @JsonProperty("later")
        LATER
    }

    /** @return empty where nothing changes: not halted before or now, or both at the same step */
    static Optional<Change> of(Optional<HaltedSession> before, Optional<HaltedSession> now) {
        return kindOf(before, now).map(kind -> new Change(kind, before.orElse(null), now.orElse(null)));
    }

    private static Optional<Kind> kindOf(Optional<HaltedSession> before, Optional<HaltedSession> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return now.map(halted -> Kind.NEW).or(() -> before.map(halted -> Kind.LOST));
        }
        int compared = Long.compare(now.get().step(), before.get().step());
        return compared == 0 ? Optional.empty() : Optional.of(compared < 0 ? Kind.EARLIER : Kind.LATER);
    }

    private HaltedSession either() {
        return now == null ? before : now;
    }
}
