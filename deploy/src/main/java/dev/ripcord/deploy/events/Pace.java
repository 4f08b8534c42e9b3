package dev.ripcord.deploy.events;

import dev.ripcord.time.WallClock;
import java.util.concurrent.TimeUnit;

/** How fast records are sent: evenly, so many a second, or as fast as they go. */
final class Pace {
    private static final double MILLIS = 1000;

    private final double perSecond;
    private final WallClock clock;
    private final long start;
    private long sent;

    /** @param perSecond 0 for as fast as they go */
    Pace(double perSecond, WallClock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
        this.start = clock.millis();
    }

    /** Waits until the next record is due. */
    void await() throws InterruptedException {
        if (perSecond > 0) {
            long due = start + (long) (sent * MILLIS / perSecond);
            TimeUnit.MILLISECONDS.sleep(Math.max(0, due - clock.millis()));
        }
        sent++;
    }
}
