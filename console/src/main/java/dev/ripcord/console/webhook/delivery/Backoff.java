package dev.ripcord.console.webhook.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long each time, less up to half of it at random, so that several
 * gateways do not come at once. A receiver that asks for more gets it, within limits.
 *
 * @param first wait
 */
public record Backoff(Duration first, RandomGenerator random) {
    static final Duration LONGEST = Duration.ofMinutes(1);

    /** Nobody puts a halt off for longer, whatever the receiver says. */
    static final Duration LONGEST_ASKED = Duration.ofMinutes(10);

    private static final int MOST_DOUBLINGS = 20;

    /** @param failed how many attempts have failed, from 1 */
    public Duration after(int failed, Optional<Duration> asked) {
        long full = Math.min(LONGEST.toMillis(), first.toMillis() << Math.min(Math.max(0, failed - 1), MOST_DOUBLINGS));
        long wait = full - random.nextLong(full / 2 + 1);
        long wanted = Math.min(asked.orElse(Duration.ZERO).toMillis(), LONGEST_ASKED.toMillis());
        return Duration.ofMillis(Math.max(wait, wanted));
    }
}
