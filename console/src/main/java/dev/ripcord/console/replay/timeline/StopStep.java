package dev.ripcord.console.replay.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An event about the end of the session.
 *
 * @param reason as the event gives it; null where it gives none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StopStep(Kind kind, String reason) {
    /** Who ends it. */
    public enum Kind {
        /** The agent, by itself. */
        @JsonProperty("session_end")
        SESSION_END,
        /** Somebody or something ended the agent. */
        @JsonProperty("termination")
        TERMINATION,
        /** A policy stepped in; the session may go on. */
        @JsonProperty("policy_intervention")
        POLICY_INTERVENTION
    }
}
