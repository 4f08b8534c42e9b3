package dev.ripcord.jobs.detect;

import java.io.IOException;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Has silent sessions written a few at a time. A snapshot writes what has changed since the one before it while the
 * events wait; of sessions that have been silent for a second it then finds nothing left to write.
 */
final class SilentSessions {
    /** A fraction of a millisecond: to write one takes 10 to 20 µs. */
    static final int MOST_AT_ONCE = 40;

    /** So that at most 800 are written a second, which is one or two hundredths of a subtask's time. */
    static final long BETWEEN_MILLIS = 50;

    static final long SILENT_MILLIS = 1_000;

    private final SessionCache cache;
    private final ProcessingTimeService time;
    private long nextLook;

    SilentSessions(SessionCache cache, ProcessingTimeService time) {
        this.cache = cache;
        this.time = time;
    }

    /** Goes on until the task ends. */
    void begin() {
        time.registerTimer(time.getCurrentProcessingTime() + BETWEEN_MILLIS, this::look);
    }

    private void look(long now) throws IOException {
        if (now >= nextLook || now < nextLook - SILENT_MILLIS) {
            cache.timePasses();
            nextLook = now + SILENT_MILLIS;
        }
        cache.writeSilent(MOST_AT_ONCE);
        begin();
    }
}
