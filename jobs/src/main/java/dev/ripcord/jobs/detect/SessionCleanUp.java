package dev.ripcord.jobs.detect;

import dev.ripcord.detection.SessionState;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.OptionalLong;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.KeyContext;

/** Frees sessions that are over. Each has one timer for that, on event time, from its first event on. */
final class SessionCleanUp {
    private final InternalTimerService<VoidNamespace> timers;
    private final KeyContext keys;
    private final SessionLifetime lifetime;
    private final SessionCache cache;
    private final LiveSessions liveSessions;

    SessionCleanUp(
            InternalTimerService<VoidNamespace> timers,
            KeyContext keys,
            SessionLifetime lifetime,
            SessionCache cache,
            LiveSessions liveSessions) {
        this.timers = timers;
        this.keys = keys;
        this.lifetime = lifetime;
        this.cache = cache;
        this.liveSessions = liveSessions;
    }

    /** @param session with its first event */
    void began(SessionState session) {
        liveSessions.began();
        lookAgain(session.key(), session.overAfter(), session.kafkaTime());
    }

    /** @param time of the timer, which the watermark has reached */
    void look(SessionKey key, long time) throws IOException {
        OptionalLong overAfter = cache.overAfter(key);
        if (overAfter.isEmpty()) {
            return;
        }
        if (SessionLifetime.isOver(overAfter.getAsLong(), time)) {
            cache.free(key);
            liveSessions.ended();
        } else {
            lookAgain(key, overAfter.getAsLong(), time);
        }
    }

    private void lookAgain(SessionKey key, long overAfter, long time) {
        keys.setCurrentKey(key);
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, lifetime.nextLook(overAfter, time));
    }
}
