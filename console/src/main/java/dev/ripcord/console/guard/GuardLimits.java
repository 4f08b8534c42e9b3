package dev.ripcord.console.guard;

import java.time.Duration;

/**
 * When the guard counts as stale.
 *
 * @param silence longest time without a heartbeat of a partition
 * @param lag the most that detection may be behind
 */
public record GuardLimits(Duration silence, Duration lag) {
    public static final GuardLimits DEFAULTS = new GuardLimits(Duration.ofSeconds(5), Duration.ofSeconds(15));
}
