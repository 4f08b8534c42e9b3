package dev.ripcord.fact;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * What a deployment may set of the fold. Sessions folded with other limits have other facts.
 *
 * @param allowedSkew how far a timestamp may be ahead of Kafka's
 * @param idle a longer gap on the session clock restarts the facts
 * @param volatileFields arguments that do not count when calls are compared
 */
public record FoldLimits(Duration allowedSkew, Duration idle, VolatileFields volatileFields) implements Serializable {
    public static final FoldLimits DEFAULT = new FoldLimits(Duration.ofSeconds(5), Duration.ofHours(6));

    public FoldLimits {
        Objects.requireNonNull(volatileFields, "volatileFields");
        if (allowedSkew.isNegative()) {
            throw new IllegalArgumentException("allowedSkew is " + allowedSkew + "; it must not be negative");
        }
        if (idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("idle is " + idle + "; it must be positive");
        }
    }

    public FoldLimits(Duration allowedSkew, Duration idle) {
        this(allowedSkew, idle, VolatileFields.DEFAULT);
    }
}
