package dev.ripcord.deploy.submit;

import dev.ripcord.time.WallClock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Until when something outside this process is waited for, and how patiently. */
public final class Deadline {
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private final long endMillis;

    private Deadline(long endMillis) {
        this.endMillis = endMillis;
    }

    public static Deadline in(Duration duration) {
        return new Deadline(WallClock.SYSTEM.millis() + duration.toMillis());
    }

    public boolean hasPassed() {
        return WallClock.SYSTEM.millis() >= endMillis;
    }

    /** Waits a little before the next look. */
    public void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
    }
}
