package dev.ripcord.detection;

import dev.ripcord.fact.FoldLimits;
import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * What a session may hold while it is judged. What is above is dropped, and the drop is counted and reported.
 *
 * @param fold of the facts
 * @param endedGrace how long an ended session is remembered, on Kafka's time, for repeats and late events
 * @param stepsPerMatch steps that one partial match may take
 * @param matchesPerPattern partial matches of one definition
 * @param heldBytes about what all partial matches of a session may take in state
 */
public record DetectionLimits(
        FoldLimits fold, Duration endedGrace, int stepsPerMatch, int matchesPerPattern, long heldBytes)
        implements Serializable {
    /** As many steps as a definition may ask for, and a mebibyte: what was accepted can also match. */
    public static final DetectionLimits DEFAULT =
            new DetectionLimits(FoldLimits.DEFAULT, Duration.ofMinutes(10), 2_000, 256, 1 << 20);

    public DetectionLimits {
        Objects.requireNonNull(fold, "fold");
        if (stepsPerMatch < 1 || matchesPerPattern < 1 || heldBytes < 1) {
            throw new IllegalArgumentException("limits must be at least 1, found " + stepsPerMatch + " steps, "
                    + matchesPerPattern + " matches and " + heldBytes + " bytes");
        }
    }

    /**
     * @param allowedSkew how far a timestamp may be ahead of Kafka's
     * @param idle a longer gap on the session clock lets the session begin anew
     * @param endedGrace how long an ended session is remembered
     */
    public static DetectionLimits of(Duration allowedSkew, Duration idle, Duration endedGrace) {
        return new DetectionLimits(
                new FoldLimits(allowedSkew, idle),
                endedGrace,
                DEFAULT.stepsPerMatch(),
                DEFAULT.matchesPerPattern(),
                DEFAULT.heldBytes());
    }
}
