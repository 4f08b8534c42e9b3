package dev.ripcord.halt;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ripcord.topic.SessionKey;
import java.util.Objects;

/**
 * A runtime's word about a halt, for {@code ripcord.acks}, keyed by its session. Of each status one per halt and session
 * is enough; repeats change nothing.
 *
 * @param schemaVersion 1
 * @param scope of the halt, which may be wider than the session
 * @param agentId null where the runtime does not know it
 * @param reason why a halt was refused, for people; null where there is nothing to say
 * @param client what acknowledges, such as {@code ripcord-python/0.1.0}; null where it does not say
 * @param at the runtime's clock, milliseconds since the epoch
 */
public record Acknowledgement(
        int schemaVersion,
        String haltId,
        Scope scope,
        String tenantId,
        String sessionId,
        String agentId,
        Status status,
        String reason,
        String client,
        Long at) {
    public static final int SCHEMA_VERSION = 1;

    public Acknowledgement {
        Objects.requireNonNull(haltId, "haltId");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(at, "at");
    }

    public SessionKey session() {
        return new SessionKey(tenantId, sessionId);
    }

    /** Whether the halt is of the very session that speaks; otherwise it is of a wider scope, or of a session above it. */
    public boolean speaksOfItsOwnSession() {
        return scope.equals(Scope.session(session()));
    }

    /** How far the halt got. */
    public enum Status {
        /** The runtime knows of the halt; the agent may still be within a step. */
        @JsonProperty("received")
        RECEIVED,
        /** The agent takes no further step. */
        @JsonProperty("stopped")
        STOPPED,
        /** The runtime goes on all the same. */
        @JsonProperty("refused")
        REFUSED
    }
}
