package dev.ripcord.jobs.detect;

import dev.ripcord.detection.Expiry;
import dev.ripcord.detection.SessionState;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.KeyContext;

/**
 * Frees sessions that are over, by what their own partition has passed. Each has one timer for that, on event time, from
 * its first event on.
 */
final class SessionCleanUp {
    private final InternalTimerService<VoidNamespace> timers;
    private final KeyContext keys;
    private final SessionLifetime lifetime;
    private final ReachedTimes reached;
    private final SessionCache cache;
    private final LiveSessions liveSessions;

    SessionCleanUp(
            InternalTimerService<VoidNamespace> timers,
            KeyContext keys,
            SessionLifetime lifetime,
            ReachedTimes reached,
            SessionCache cache,
            LiveSessions liveSessions) {
        this.timers = timers;
        this.keys = keys;
        this.lifetime = lifetime;
        this.reached = reached;
        this.cache = cache;
        this.liveSessions = liveSessions;
    }

    /** @param session with its first event */
    void began(SessionState session) {
        liveSessions.began();
        lookAgain(session.key(), session.overAfter(), session.kafkaTime());
    }

    /** The watermark has reached the session's timer. */
    void look(SessionKey key) throws IOException {
        Optional<Expiry> expiry = cache.expiry(key);
        if (expiry.isEmpty()) {
            return;
        }
        long watermark = timers.currentWatermark();
        long overAfter = expiry.get().overAfter();
        if (SessionLifetime.isOver(overAfter, reached.passed(expiry.get().partition(), watermark))) {
            cache.free(key);
            liveSessions.ended();
        } else {
            lookAgain(key, overAfter, watermark);
        }
    }

    private void lookAgain(SessionKey key, long overAfter, long kafkaTime) {
        keys.setCurrentKey(key);
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, lifetime.nextLook(overAfter, kafkaTime));
    }
}
