package dev.ripcord.fact;

import java.io.IOException;

/**
 * The time of a session: the latest timestamp seen, each limited to its Kafka timestamp plus the allowed skew.
 *
 * <p>A producer's clock may be wrong by years in either direction. Ahead, it is limited, so that the session's windows
 * do not all expire; behind, it moves nothing.
 */
final class SessionClock {
    private static final long NOT_STARTED = -1;

    private final long allowedSkew;
    private long startedAt = NOT_STARTED;
    private long time;
    private long limited;
    private long backward;

    SessionClock(FoldLimits limits) {
        allowedSkew = limits.allowedSkew().toMillis();
    }

    /** @return milliseconds since the event before; -1 for the first one */
    long after(long timestamp, long kafkaTime) {
        long latest = kafkaTime > Long.MAX_VALUE - allowedSkew ? Long.MAX_VALUE : kafkaTime + allowedSkew;
        limited += timestamp > latest ? 1 : 0;
        long seen = Math.max(0, Math.min(timestamp, latest));
        if (startedAt == NOT_STARTED) {
            startedAt = seen;
            time = seen;
            return -1;
        }
        backward += timestamp < time ? 1 : 0;
        long before = time;
        time = Math.max(time, seen);
        return time - before;
    }

    long time() {
        return time;
    }

    long startedAt() {
        return Math.max(0, startedAt);
    }

    long limited() {
        return limited;
    }

    long backward() {
        return backward;
    }

    void write(FoldOutput out) throws IOException {
        out.signed(startedAt);
        out.signed(time - startedAt);
        out.count(limited);
        out.count(backward);
        out.now(time);
    }

    void read(FoldInput in) throws IOException {
        startedAt = in.signed();
        time = startedAt + in.signed();
        limited = in.count();
        backward = in.count();
        in.now(time);
    }
}
