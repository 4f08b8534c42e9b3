package dev.ripcord.time;

import java.io.Serializable;

/**
 * The only place that asks this machine for the time.
 *
 * <p>Judging never does: it runs on the session clock, so that a replay a year later gives the same signals. What is
 * left for the wall clock is what happens now: heartbeats, how old a backlog is, how long a command has waited.
 */
@FunctionalInterface
public interface WallClock extends Serializable {
    WallClock SYSTEM = System::currentTimeMillis;

    /** @return milliseconds since the epoch */
    long millis();

    /** @return nanoseconds since some fixed point of this JVM: for how long something took, and nothing else */
    static long nanoTime() {
        return System.nanoTime();
    }
}
