package dev.ripcord.signal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.util.Objects;

/**
 * Somebody's word on a signal: whether its session should be stopped. For {@code ripcord.feedback} under the signal's
 * id; the latest word counts. It says itself what it is about, because signals leave their topic in time and labels
 * must not.
 *
 * @param schemaVersion 1
 * @param pattern whose signal it was
 * @param agentId that the completing event names
 * @param position of the completing event
 * @param note in the actor's words; null where there is none
 * @param at wall clock of whoever wrote it, milliseconds since the epoch
 */
public record Feedback(
        int schemaVersion,
        String signalId,
        Verdict verdict,
        PatternReference pattern,
        String tenantId,
        String sessionId,
        String agentId,
        Position position,
        String note,
        Actor actor,
        Long at) {
    public static final int SCHEMA_VERSION = 1;

    public Feedback {
        Objects.requireNonNull(signalId, "signalId");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(agentId, "agentId");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
    }

    /** @param note may be null */
    public static Feedback on(Signal signal, Verdict verdict, String note, Actor actor, long at) {
        return new Feedback(
                SCHEMA_VERSION,
                signal.signalId(),
                verdict,
                signal.pattern(),
                signal.tenantId(),
                signal.sessionId(),
                signal.agentId(),
                signal.position(),
                note,
                actor,
                at);
    }

    public SessionKey session() {
        return new SessionKey(tenantId, sessionId);
    }

    /** What is said of the session. */
    public enum Verdict {
        /** It is fine: to stop it would be wrong. */
        @JsonProperty("fine")
        FINE,
        /** The signal is right: it should be stopped. */
        @JsonProperty("right")
        RIGHT
    }
}
