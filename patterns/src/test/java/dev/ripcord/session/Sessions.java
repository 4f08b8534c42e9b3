package dev.ripcord.session;

import dev.ripcord.event.Envelope;
import dev.ripcord.event.EventTypes;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The language that tests of all modules write sessions in. To be imported statically:
 *
 * <pre>{@code
 * session("invoice-9").repeats(4, call("stripe_api.get_status", "{ref: obj_1288}"), result("{state: pending_review}"))
 * }</pre>
 */
public final class Sessions {
    private Sessions() {}

    public static Session session(String id) {
        return new Session(id);
    }

    public static Draft call(String tool) {
        return call(tool, "{}");
    }

    public static Draft call(String tool, String arguments) {
        return event(EventTypes.TOOL_INVOCATION).with("tool_name", quoted(tool)).with("tool_args", arguments);
    }

    /** The answer to the latest call of the session, whose tool name it takes. */
    public static Draft result(String value) {
        return event(EventTypes.TOOL_RESPONSE).with("status", "ok").with("tool_result", value);
    }

    /** The latest call failed. */
    public static Draft error(String text) {
        return event(EventTypes.TOOL_RESPONSE).with("status", "error").with("error", quoted(text));
    }

    public static Draft decision(String text) {
        return event(EventTypes.PLANNER_DECISION).with("decision", quoted(text));
    }

    public static Draft message(String text) {
        return event(EventTypes.MESSAGE).with("content", quoted(text));
    }

    public static Draft userRequest(String text) {
        return event(EventTypes.USER_REQUEST).with("content", quoted(text));
    }

    public static Draft handoff(String from, String to) {
        return event(EventTypes.AGENT_HANDOFF)
                .with("from_agent", quoted(from))
                .with("to_agent", quoted(to))
                .by(from);
    }

    public static Draft handoff(String from, String to, String task) {
        return handoff(from, to).with("task", quoted(task));
    }

    /** @param dollars the increment: {@code 0.02} */
    public static Draft cost(String dollars) {
        return event(EventTypes.COST_UPDATE).costing(dollars);
    }

    public static Draft state(String hash) {
        return event(EventTypes.STATE_SNAPSHOT).inState(hash);
    }

    public static Draft retry() {
        return event(EventTypes.RETRY_ATTEMPT);
    }

    public static Draft start() {
        return event(EventTypes.SESSION_START);
    }

    public static Draft end() {
        return event(EventTypes.SESSION_END);
    }

    public static Draft event(String type) {
        return event(type, "{}");
    }

    /** @param payload JSON, quotes left out where YAML needs none */
    public static Draft event(String type, String payload) {
        return Draft.of(type, Relaxed.object(payload));
    }

    /** @return several sessions in one partition, in the order of the broker's time; offsets from 0 without a gap */
    public static List<Envelope> log(Session... sessions) {
        List<Envelope> log = new ArrayList<>();
        Arrays.stream(sessions)
                .flatMap(session -> session.envelopes().stream())
                .sorted(Comparator.comparingLong(Envelope::kafkaTime))
                .forEach(next -> log.add(
                        new Envelope(new Position(0, log.size()), next.kafkaTime(), next.event(), next.bytes())));
        return log;
    }

    private static String quoted(String text) {
        return Json.text(text);
    }
}
