package dev.ripcord.deploy.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.deploy.events.Line;
import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.json.Json;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads labels: a JSON object a session, with its {@code session_id} and what is known of it. */
public final class LabelReading {
    static final String UNREADABLE = "label lines that cannot be read";

    private static final String REPETITIONS = "repetition_steps";

    private final LineFile file;
    private final String key;
    private final Remarks remarks;
    private final Labels labels = new Labels();
    private boolean keySeen;

    private LabelReading(LineFile file, String key, Remarks remarks) {
        this.file = file;
        this.key = key;
        this.remarks = remarks;
    }

    /** @param key whose value says whether a session should be stopped: true, false, or null where nobody knows */
    public static Labels read(LineFile file, String key, Remarks remarks) throws IOException, InterruptedException {
        var reading = new LabelReading(file, key, remarks);
        file.forEach(reading::take);
        if (!reading.keySeen) {
            throw new Refusal(
                    List.of("no label line of " + file.name() + " has the key " + key
                            + "; --label names the key that says whether to stop"),
                    "nothing was evaluated",
                    ExitCode.INVALID);
        }
        return reading.labels;
    }

    private void take(Line line) {
        var place = file.place(line.number());
        try {
            add(Json.read(line.bytes(), JsonNode.class), place);
        } catch (IOException notJson) {
            remarks.add(UNREADABLE, place + ": not JSON");
        }
    }

    private void add(JsonNode line, String place) {
        var id = line.path("session_id");
        if (!id.isTextual() && !id.isNumber()) {
            remarks.add(UNREADABLE, place + ": session_id is missing; it must be a string");
            return;
        }
        for (var flag : List.of(key, "success", "healthy")) {
            if (!isFlag(line.path(flag))) {
                remarks.add(
                        UNREADABLE, place + ": " + flag + " is " + line.get(flag) + "; it must be true, false or null");
                return;
            }
        }
        if (!areCalls(line.path(REPETITIONS))) {
            remarks.add(
                    UNREADABLE,
                    place + ": " + REPETITIONS + " is " + line.get(REPETITIONS)
                            + "; it must be a list of calls, counted from 0");
            return;
        }
        keySeen |= line.has(key);
        var session = new SessionKey(line.path("tenant_id").asText(SessionKey.DEFAULT_TENANT), id.asText());
        if (!labels.add(session, label(line), place)) {
            remarks.add("label lines for a session that has one already", place + ": " + session);
        }
    }

    private Label label(JsonNode line) {
        var value = line.path(key);
        return new Label(
                value.isBoolean() ? value.booleanValue() : null,
                line.path("success").asBoolean() || line.path("healthy").asBoolean(),
                repetitions(line.path(REPETITIONS)),
                line.path("task").asText(null));
    }

    private static List<Integer> repetitions(JsonNode value) {
        if (!value.isArray()) {
            return null;
        }
        List<Integer> calls = new ArrayList<>();
        value.forEach(call -> calls.add(call.intValue()));
        return calls;
    }

    private static boolean areCalls(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return true;
        }
        boolean calls = value.isArray();
        for (JsonNode call : value) {
            calls &= call.isInt() && call.intValue() >= 0;
        }
        return calls;
    }

    private static boolean isFlag(JsonNode value) {
        return value.isBoolean() || value.isNull() || value.isMissingNode();
    }
}
