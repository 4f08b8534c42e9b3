package dev.ripcord.console.history;

import java.time.Duration;

/**
 * How much replaying a server does.
 *
 * @param atOnce replays that run at the same time
 * @param waiting how many more may wait for their turn, 1 at the least
 * @param patience how long one takes at the most, its wait included
 */
public record ReplayLimits(int atOnce, int waiting, Duration patience) {
    public static final ReplayLimits DEFAULTS = new ReplayLimits(2, 8, Duration.ofSeconds(30));
}
