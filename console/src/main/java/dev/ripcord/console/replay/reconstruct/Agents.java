package dev.ripcord.console.replay.reconstruct;

import dev.ripcord.console.replay.timeline.HandoffStep;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventTypes;
import dev.ripcord.event.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who acted in a session, and who called whom in. An agent's parent is what its events name; else who first handed over
 * to it; else it is not known, and said so.
 */
final class Agents {
    private static final int MOST = 1_000;

    private final Map<String, AgentNode> agents = new LinkedHashMap<>();
    private final Map<String, String> handedBy = new HashMap<>();
    private String first;
    private long handoffs;

    /** @return the hand-off that the event is; null where it is none */
    HandoffStep after(Event event, long step) {
        first = first == null ? event.agent() : first;
        HandoffStep handoff = event.is(EventTypes.AGENT_HANDOFF) ? handoff(event) : null;
        AgentNode known = agents.get(event.agent());
        if (known != null || agents.size() < MOST) {
            agents.put(event.agent(), (known == null ? AgentNode.at(event.agent(), step) : known).acts(parent(event)));
        }
        return handoff;
    }

    private static String parent(Event event) {
        return event.origin().parentAgent().orElse(null);
    }

    private HandoffStep handoff(Event event) {
        handoffs++;
        Payload payload = event.payload();
        String from = payload.text("from_agent").orElse(event.agent());
        String to = payload.text("to_agent").orElse(null);
        if (to != null && !to.equals(from) && handedBy.size() < MOST) {
            handedBy.putIfAbsent(to, from);
        }
        return new HandoffStep(from, to, payload.text("task").orElse(null));
    }

    long handoffs() {
        return handoffs;
    }

    /** @return in the order in which they first acted */
    List<AgentNode> all() {
        List<AgentNode> all = new ArrayList<>();
        for (AgentNode agent : agents.values()) {
            all.add(agent.agent().equals(first) ? agent.first() : agent.handedBy(handedBy.get(agent.agent())));
        }
        return all;
    }
}
