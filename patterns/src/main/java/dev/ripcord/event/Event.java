package dev.ripcord.event;

import dev.ripcord.topic.SessionKey;
import java.util.Objects;

/**
 * One record of an agent's session, as its producer wrote it.
 *
 * @param type one of {@link EventTypes}, or any other word
 * @param agent the agent that acted
 * @param timestamp the producer's time, milliseconds since the epoch; not trusted beyond the allowed skew
 */
public record Event(String type, SessionKey session, String agent, long timestamp, Payload payload, Origin origin) {
    public Event {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(origin, "origin");
    }

    public boolean is(String eventType) {
        return type.equals(eventType);
    }
}
