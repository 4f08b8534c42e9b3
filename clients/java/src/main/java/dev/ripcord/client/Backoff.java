package dev.ripcord.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: twice as long each time, up to a bound, and never the same for two clients:
 * a thousand of them must not come back in the same millisecond.
 */
final class Backoff {
    private final long firstMillis;
    private final long mostMillis;
    private long nextMillis;

    Backoff(Duration first, Duration most) {
        this.firstMillis = first.toMillis();
        this.mostMillis = most.toMillis();
        this.nextMillis = firstMillis;
    }

    /** For a connection: soon, for a halt may be waiting behind it. */
    static Backoff ofConnection() {
        return new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    }

    /** @return milliseconds to wait, from half of the step to all of it */
    long next() {
        long step = nextMillis;
        nextMillis = Math.min(mostMillis, step * 2);
        return ThreadLocalRandom.current().nextLong(step / 2, step + 1);
    }

    /** It went well. */
    void reset() {
        nextMillis = firstMillis;
    }
}
