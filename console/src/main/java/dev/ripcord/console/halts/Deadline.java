package dev.ripcord.console.halts;

import dev.ripcord.time.WallClock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A point in time of this JVM that somebody waits for at the most. */
record Deadline(long nanos) {
    static Deadline in(Duration patience) {
        return new Deadline(WallClock.nanoTime() + patience.toNanos());
    }

    /** @return milliseconds, rounded up; 0 or less where it has passed */
    long millisLeft() {
        return TimeUnit.NANOSECONDS.toMillis(nanos - WallClock.nanoTime() + 999_999);
    }
}
