package dev.ripcord.detection;

/**
 * What a session may hold while it is judged. What is above is dropped, and the drop is counted and reported.
 *
 * @param stepsPerMatch steps that one partial match may take
 * @param matchesPerPattern partial matches of one definition
 */
public record DetectionLimits(int stepsPerMatch, int matchesPerPattern) {
    public static final DetectionLimits DEFAULT = new DetectionLimits(1_000, 256);

    public DetectionLimits {
        if (stepsPerMatch < 1 || matchesPerPattern < 1) {
            throw new IllegalArgumentException("limits must be at least 1, found " + stepsPerMatch + " steps and "
                    + matchesPerPattern + " matches");
        }
    }
}
