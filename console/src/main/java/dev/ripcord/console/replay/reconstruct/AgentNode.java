package dev.ripcord.console.replay.reconstruct;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An agent that acted in the session.
 *
 * @param firstStep at which it first acted
 * @param events how many are its own
 * @param parent the agent above it; null for the first, and where nobody says
 * @param known how the parent is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentNode(String agent, long firstStep, long events, String parent, Known known) {
    /** How an agent's parent is known. */
    public enum Known {
        /** The agent's events name it. */
        @JsonProperty("named")
        NAMED,
        /** Nobody names it; this agent was the first to hand over to it. */
        @JsonProperty("handed_over")
        HANDED_OVER,
        /** The session begins with this agent. */
        @JsonProperty("first")
        FIRST,
        /** Nobody says. */
        @JsonProperty("unknown")
        UNKNOWN
    }

    static AgentNode at(String agent, long step) {
        return new AgentNode(agent, step, 0, null, Known.UNKNOWN);
    }

    /** @param named parent that the event names; null for none */
    AgentNode acts(String named) {
        boolean learned = parent == null && named != null;
        return new AgentNode(agent, firstStep, events + 1, learned ? named : parent, learned ? Known.NAMED : known);
    }

    AgentNode first() {
        return parent == null ? new AgentNode(agent, firstStep, events, null, Known.FIRST) : this;
    }

    /** @param from agent that first handed over to it; null for none */
    AgentNode handedBy(String from) {
        return parent == null && from != null ? new AgentNode(agent, firstStep, events, from, Known.HANDED_OVER) : this;
    }
}
