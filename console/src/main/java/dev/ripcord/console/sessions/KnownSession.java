package dev.ripcord.console.sessions;

import dev.ripcord.halt.Subject;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.topic.SessionKey;

/**
 * A session as {@code ripcord.sessions} last told of it.
 *
 * @param changedAt the broker's time of the record, milliseconds since the epoch
 * @param bytes size of the record
 */
public record KnownSession(SessionSummary summary, long changedAt, int bytes) {
    public SessionKey key() {
        return new SessionKey(summary.tenantId(), summary.sessionId());
    }

    /** @return what a halt may be about */
    public Subject subject() {
        return new Subject(
                summary.tenantId(),
                summary.sessionId(),
                summary.rootSessionId(),
                summary.parentSessionId(),
                summary.agentId());
    }
}
