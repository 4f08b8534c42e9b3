package dev.ripcord.jobs.detect;

import dev.ripcord.detection.SessionState;
import java.io.Serializable;
import java.time.Duration;

/**
 * When a session's state is freed, on Kafka's time. Freeing changes nothing but memory: what counts as over is decided
 * where sessions are judged ({@link SessionState#overAfter}), whether the state is still there or not.
 *
 * @param grace how long an ended session is remembered: so often is looked whether one has ended
 */
public record SessionLifetime(Duration grace) implements Serializable {
    private static final long SHORTEST_LOOK_MILLIS = Duration.ofMinutes(1).toMillis();

    /** @param overAfter of the session */
    static boolean isOver(long overAfter, long kafkaTime) {
        return kafkaTime > overAfter;
    }

    /**
     * @param overAfter of the session; before the Kafka time where its partition has not come as far
     * @return Kafka time at which to look again. Not simply when the session is over by now: it may end in between, and
     *     is then to be freed after the grace, with no second timer and none to take back
     */
    long nextLook(long overAfter, long kafkaTime) {
        long soon = kafkaTime + Math.max(SHORTEST_LOOK_MILLIS, grace.toMillis());
        return isOver(overAfter, kafkaTime) ? soon : Math.min(overAfter + 1, soon);
    }
}
