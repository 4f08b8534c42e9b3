package dev.ripcord.signal;

import dev.ripcord.halt.Scope;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A halted session goes on: an event whose own time and Kafka time are both later than the halt's record plus a grace.
 *
 * @param haltId the halt that is not obeyed
 * @param scope of that halt, which may be wider than the session
 * @param session that goes on
 * @param rootSession null where the session names none
 * @param agentId that the event names
 * @param position of the event
 * @param time session clock at the event, milliseconds since the epoch
 * @param kafkaTime the broker's time of the event
 * @param events that this one stands for, itself included, so at least 1: where many come, one a second is told
 * @param costUsd what they cost together; null where their telemetry does not say
 */
public record Violation(
        String haltId,
        Scope scope,
        SessionKey session,
        String rootSession,
        String agentId,
        Position position,
        long time,
        long kafkaTime,
        long events,
        BigDecimal costUsd) {
    public Violation {
        Objects.requireNonNull(haltId, "haltId");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(agentId, "agentId");
        Objects.requireNonNull(position, "position");
        if (events < 1) {
            throw new IllegalArgumentException("events is " + events + "; a violation stands for 1 or more");
        }
    }

    /** @return this one, standing for the earlier one too */
    public Violation after(Violation earlier) {
        BigDecimal cost =
                costUsd == null ? earlier.costUsd : earlier.costUsd == null ? costUsd : costUsd.add(earlier.costUsd);
        return new Violation(
                haltId, scope, session, rootSession, agentId, position, time, kafkaTime, events + earlier.events, cost);
    }
}
