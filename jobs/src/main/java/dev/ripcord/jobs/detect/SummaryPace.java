package dev.ripcord.jobs.detect;

import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Tells of changed sessions on one timer of the subtask, a few at a time: events never wait for more than those few,
 * and where a million sessions have changed they are told over a while instead of a second.
 */
final class SummaryPace {
    /** A fraction of a millisecond: a summary and its JSON take 2 µs, and the writer behind some more. */
    static final int MOST_AT_ONCE = 40;

    /** So that a subtask tells up to 2,000 a second: of 10,000 that change all the time, each is told of every 5 s. */
    static final long BETWEEN_MILLIS = 20;

    private final UntoldSessions untold;
    private final ProcessingTimeService time;
    private boolean awaited;

    SummaryPace(UntoldSessions untold, ProcessingTimeService time) {
        this.untold = untold;
        this.time = time;
    }

    void changed(LiveSession live) {
        long now = time.getCurrentProcessingTime();
        untold.changed(live, now);
        await(now, now);
    }

    /** @param all of them in state */
    void remembered(Iterable<SessionKey> all) {
        long now = time.getCurrentProcessingTime();
        all.forEach(key -> untold.remembered(key, now));
        await(now, now);
    }

    private void await(long now, long earliest) {
        if (!awaited && untold.size() > 0) {
            awaited = true;
            long due = Math.min(untold.nextDue(), now + UntoldSessions.APART_MILLIS);
            time.registerTimer(Math.max(due, earliest), awaitedTime -> tell());
        }
    }

    private void tell() throws IOException {
        awaited = false;
        long now = time.getCurrentProcessingTime();
        untold.tell(now, MOST_AT_ONCE);
        await(now, now + BETWEEN_MILLIS);
    }
}
