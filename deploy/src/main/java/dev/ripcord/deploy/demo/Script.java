package dev.ripcord.deploy.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.json.Json;
import java.util.function.IntFunction;

/**
 * What a simulated agent does: one step after the other, until it has no more or somebody stops it.
 *
 * @param session its session's id
 * @param what it is up to, for people
 * @param expected the definition that must halt it; null for an agent that must finish undisturbed
 * @param steps by number from 0, event_type and payload of the step; null after the last one
 */
record Script(String session, String agent, String what, String expected, IntFunction<ObjectNode> steps) {

    boolean isRunaway() {
        return expected != null;
    }

    /** The same agent in another session. */
    Script in(String otherSession) {
        return new Script(otherSession, agent, what, expected, steps);
    }

    /** @return the step's event, or null after the last one */
    ObjectNode event(int step, long now) {
        ObjectNode body = steps.apply(step);
        if (body == null) {
            return null;
        }
        ObjectNode event = Json.MAPPER.createObjectNode();
        event.put("event_id", session + "-" + step).set("event_type", body.get("event_type"));
        event.put("session_id", session).put("agent_id", agent).put("timestamp", now);
        event.set("payload", body.get("payload"));
        return event;
    }
}
