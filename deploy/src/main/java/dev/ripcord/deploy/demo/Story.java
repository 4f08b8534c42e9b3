package dev.ripcord.deploy.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.ripcord.event.EventTypes;
import dev.ripcord.json.Json;
import java.util.List;
import java.util.function.Consumer;

/** The agents of the demo: one that works, and one of each kind that Ripcord is for. */
final class Story {
    private Story() {}

    static List<Script> scripts() {
        return List.of(healthy(), invoiceLoop(), reasoningLoop(), costSpike());
    }

    /** Polls a build whose progress changes, then answers: repeats itself, and is no runaway. */
    static Script healthy() {
        int rounds = 12;
        return new Script("release-42", "release-agent", "waits for a build and reports", null, step -> {
            if (step == 0) {
                return event(EventTypes.USER_REQUEST, payload -> payload.put("content", "is the release out?"));
            }
            int round = (step - 1) / 2;
            if (round == rounds) {
                boolean last = step % 2 == 0;
                return event(
                        last ? EventTypes.SESSION_END : EventTypes.MESSAGE,
                        payload -> payload.put(last ? "reason" : "content", "the release is out"));
            }
            if (round > rounds) {
                return null;
            }
            return step % 2 == 1
                    ? call(step, "ci.progress", "{\"run\":42}", 0.002)
                    : result(step - 1, "ci.progress", "{\"percent\":" + round * 100 / (rounds - 1) + "}");
        });
    }

    /** The invoice agent of the weekend: asks for a status that will not change. */
    static Script invoiceLoop() {
        return new Script(
                "invoice-9",
                "invoice-validator",
                "asks for the same status",
                "identical-call",
                step -> step % 2 == 0
                        ? call(step, "stripe_api.get_status", "{\"ref\":\"obj_1288\"}", 0.018)
                        : result(step - 1, "stripe_api.get_status", "{\"state\":\"pending_review\"}"));
    }

    /** A planner that plans to plan. */
    static Script reasoningLoop() {
        return new Script(
                "planner-3",
                "planner",
                "reasons in a circle",
                "reasoning-loop",
                step -> event(
                        EventTypes.PLANNER_DECISION,
                        payload -> payload.put(
                                        "decision",
                                        step % 2 == 0
                                                ? "ask the ledger agent for the balance"
                                                : "verify the request before asking the ledger agent")
                                .put("caller_step", step)
                                .put("cost_usd", 0.031)));
    }

    /** A researcher whose context has grown out of hand. */
    static Script costSpike() {
        return new Script(
                "research-5",
                "researcher",
                "becomes expensive",
                "cost-spike",
                step -> event(
                        EventTypes.TOOL_INVOCATION,
                        payload -> payload.put("tool_name", "search")
                                .put("caller_step", step)
                                .put("cost_usd", step < 10 ? 0.012 : 0.64)
                                .putObject("tool_args")
                                .put("query", "supplier " + step)));
    }

    private static ObjectNode call(int step, String tool, String arguments, double dollars) {
        return event(
                EventTypes.TOOL_INVOCATION,
                payload -> payload.put("tool_name", tool)
                        .put("caller_step", step)
                        .put("request_ref", "r-" + step)
                        .put("cost_usd", dollars)
                        .putRawValue("tool_args", new RawValue(arguments)));
    }

    private static ObjectNode result(int call, String tool, String result) {
        return event(
                EventTypes.TOOL_RESPONSE,
                payload -> payload.put("tool_name", tool)
                        .put("request_ref", "r-" + call)
                        .put("status", "ok")
                        .putRawValue("tool_result", new RawValue(result)));
    }

    private static ObjectNode event(String type, Consumer<ObjectNode> filled) {
        ObjectNode event = Json.MAPPER.createObjectNode().put("event_type", type);
        filled.accept(event.putObject("payload"));
        return event;
    }
}
