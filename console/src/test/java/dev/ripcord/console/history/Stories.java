package dev.ripcord.console.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What agents write that run away, and one that works. */
final class Stories {
    private final SessionKey session;
    private final String agent;
    private final long begin = WallClock.SYSTEM.millis() - 60_000;
    private final List<String> events = new ArrayList<>();

    Stories(SessionKey session, String agent) {
        this.session = session;
        this.agent = agent;
    }

    /** Asks for the same status, and gets the same answer, at two cents each. */
    static List<String> invoiceLoop(SessionKey session, int times) {
        Stories story = new Stories(session, "invoice-validator").start();
        for (int time = 0; time < times; time++) {
            story.call("stripe_api.get_status", "{\"ref\":\"obj_1288\"}", "0.02")
                    .answer("stripe_api.get_status", "{\"state\":\"pending_review\"}");
        }
        return story.events;
    }

    /** Calls three tools, each once, and changes its state on the way. */
    static List<String> work(SessionKey session) {
        Stories story = new Stories(session, "release-agent").start();
        story.state("{\"build\":42,\"phase\":\"plan\"}")
                .call("ci.start", "{\"run\":42}", "0.01")
                .answer("ci.start", "{\"ok\":true}")
                .state("{\"build\":42,\"phase\":\"run\"}")
                .call("ci.report", "{\"run\":42,\"trace\":12345678901234567890}", "0.01")
                .answer("ci.report", "{\"percent\":100}");
        return story.events;
    }

    Stories start() {
        return add("session_start", Json.MAPPER.createObjectNode());
    }

    Stories call(String tool, String arguments, String dollars) {
        ObjectNode payload = payload(tool).put("cost_usd", new BigDecimal(dollars));
        return add("tool_invocation", payload.set("tool_args", tree(arguments)));
    }

    Stories answer(String tool, String result) {
        return add("tool_response", payload(tool).put("status", "ok").set("tool_result", tree(result)));
    }

    Stories state(String state) {
        return add("state_snapshot", Json.MAPPER.createObjectNode().set("state", tree(state)));
    }

    private static ObjectNode payload(String tool) {
        return Json.MAPPER.createObjectNode().put("tool_name", tool);
    }

    private static JsonNode tree(String json) {
        try {
            return Json.tree(json);
        } catch (IOException ours) {
            throw new AssertionError(json, ours);
        }
    }

    private Stories add(String type, ObjectNode payload) {
        ObjectNode event = Json.MAPPER
                .createObjectNode()
                .put("event_type", type)
                .put("session_id", session.session())
                .put("tenant_id", session.tenant())
                .put("agent_id", agent)
                .put("event_id", session.session() + "-" + events.size())
                .put("timestamp", begin + 500L * events.size());
        events.add(Json.text(event.set("payload", payload)));
        return this;
    }

    List<String> events() {
        return events;
    }
}
