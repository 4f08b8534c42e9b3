package dev.ripcord.jobs.detect;

import dev.ripcord.detection.SessionState;
import java.io.Serializable;
import java.time.Duration;

/**
 * How long a session's state is kept, on Kafka's time. It only frees memory: that a silent session begins anew is a
 * matter of its own clock, in the fold, so that a restore with a backlog finds what an uninterrupted run finds.
 *
 * @param idle a session silent for longer begins anew anyway
 * @param grace how long an ended session is remembered, for repeats and late events
 * @param allowedSkew by which a session's clock may be ahead of Kafka's
 */
public record SessionLifetime(Duration idle, Duration grace, Duration allowedSkew) implements Serializable {
    private static final long SHORTEST_LOOK_MILLIS = Duration.ofMinutes(1).toMillis();

    /** @return whether nothing could tell any more, at this Kafka time, that the state is gone */
    boolean isOver(SessionState session, long kafkaTime) {
        return kafkaTime >= freedAt(session);
    }

    /**
     * @return Kafka time at which to look again. Not simply {@link #freedAt}: the session may end in between, and is
     *     then to be freed after the grace, with no second timer and none to take back
     */
    long nextLook(SessionState session, long kafkaTime) {
        return Math.min(freedAt(session), kafkaTime + Math.max(SHORTEST_LOOK_MILLIS, grace.toMillis()));
    }

    private long freedAt(SessionState session) {
        Duration kept = session.ended() ? grace : idle;
        return session.kafkaTime() + kept.plus(allowedSkew).toMillis();
    }
}
