package dev.ripcord.deploy.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.replay.timeline.CallLink;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.deploy.print.Dollars;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.event.EventTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an event says, in a line for people. Free of control characters, whatever its producer wrote. */
final class EntryWords {
    private EntryWords() {}

    static String of(Entry entry) {
        var words = new ArrayList<String>();
        words.add(Printable.line(entry.eventType()));
        if (entry.tool() != null) {
            words.add(Printable.line(entry.tool()));
        }
        content(entry, words);
        var cost = entry.facts().get("cost.step");
        if (cost instanceof BigDecimal dollars) {
            words.add(Dollars.shown(dollars));
        }
        return String.join("  ", words);
    }

    private static void content(Entry entry, List<String> words) {
        var payload = entry.event().path("payload");
        if (entry.call() != null) {
            call(entry.call(), payload, words);
        } else if (entry.decision() != null) {
            decision(entry, words);
        } else if (entry.handoff() != null) {
            words.add(named(entry.handoff().from()) + " → "
                    + named(entry.handoff().to()));
            add(words, payload, "task");
        } else if (entry.stop() != null) {
            add(words, payload, "reason");
        } else if (!entry.eventType().equals(EventTypes.COST_UPDATE)) {
            add(words, payload, "content");
            add(words, payload, "error");
        }
    }

    private static String named(String agent) {
        return agent == null ? "?" : Printable.line(agent);
    }

    private static void call(CallLink call, JsonNode payload, List<String> words) {
        if (call.role() == CallLink.Role.CALL) {
            add(words, payload, "tool_args");
            return;
        }
        words.add(call.answers() == null ? "(no call seen)" : "(of " + call.answers() + by(call.by()) + ")");
        add(words, payload, "status");
        add(words, payload, "error");
        add(words, payload, "tool_result");
        if (payload.path("latency_ms").isNumber()) {
            words.add(payload.path("latency_ms").asLong() + " ms");
        }
    }

    /** Only what is less sure than a reference is worth a word. */
    private static String by(CallLink.Pairing pairing) {
        return switch (pairing) {
            case REQUEST_REF, NONE -> "";
            case ARGUMENTS -> ", by arguments";
            case CALLER_STEP -> ", by caller_step";
            case ORDER -> ", by order";
        };
    }

    private static void decision(Entry entry, List<String> words) {
        var point = entry.decision();
        if (point.decision() != null) {
            words.add(Shortened.of(point.decision()));
        } else {
            add(words, entry.event().path("payload"), "content");
        }
        if (point.branch()) {
            words.add("of " + point.options().stream().map(Shortened::of).collect(Collectors.joining(" | ", "[", "]")));
        }
        if (point.count() != null && point.count() > 1) {
            words.add("(decided " + point.count() + " times)");
        }
    }

    private static void add(List<String> words, JsonNode payload, String key) {
        var value = payload.path(key);
        if (!value.isMissingNode() && !value.isNull()) {
            words.add(Shortened.of(value));
        }
    }
}
