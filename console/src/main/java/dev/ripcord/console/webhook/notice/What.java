package dev.ripcord.console.webhook.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a hook can be told of: the words of its key {@code what}. */
public enum What {
    /** A pattern stopped somebody. */
    @JsonProperty("halts")
    HALTS,
    /** It would have, but the blast-radius cap held the halt back. */
    @JsonProperty("held")
    HELD,
    /** It would have, but the event was too old to halt for. */
    @JsonProperty("late")
    LATE,
    /** It would have, but the pattern or the scope is muted. */
    @JsonProperty("muted")
    MUTED,
    @JsonProperty("warnings")
    WARNINGS,
    /** Matches that a pattern asks only to record, and those that found their scope halted already. */
    @JsonProperty("observed")
    OBSERVED,
    /** Matches of patterns that are on trial and stop nobody. */
    @JsonProperty("shadow")
    SHADOW,
    /** What Ripcord says of itself: halts not obeyed or not acknowledged, a cap that was reached. */
    @JsonProperty("system")
    SYSTEM,
    /** Halts and releases by people. */
    @JsonProperty("operator")
    OPERATOR;

    /** As it is written in YAML and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<What> of(String word) {
        return Arrays.stream(values()).filter(what -> what.word().equals(word)).findFirst();
    }
}
