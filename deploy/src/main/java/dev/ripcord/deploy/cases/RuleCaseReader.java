package dev.ripcord.deploy.cases;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.deploy.events.Line;
import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Reads the cases of another detector: a JSON object a line, with {@code name}, {@code kind}, {@code judge},
 * {@code config}, {@code events} and {@code expected}, an object of {@code stuck} and {@code at_event}.
 */
final class RuleCaseReader {
    private static final String AT_END = "end";

    private final LineFile file;
    private final List<RuleCase> cases = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private RuleCaseReader(LineFile file) {
        this.file = file;
    }

    /**
     * What was read of a file.
     *
     * @param cases those without a problem
     * @param problems {@code file:line: what is wrong and what would be right}
     */
    record Cases(List<RuleCase> cases, List<String> problems) {
        Cases {
            cases = List.copyOf(cases);
            problems = List.copyOf(problems);
        }
    }

    static Cases read(LineFile file) throws IOException, InterruptedException {
        var reader = new RuleCaseReader(file);
        file.forEach(reader::take);
        return new Cases(reader.cases, reader.problems);
    }

    private void take(Line line) {
        var place = file.place(line.number());
        try {
            take(Json.read(line.bytes(), JsonNode.class), place);
        } catch (IOException notJson) {
            problems.add(place + ": not JSON; it must be an object with name, config, events and expected");
        }
    }

    private void take(JsonNode line, String place) {
        var stuck = line.path("expected").path("stuck");
        var events = line.path("events");
        if (!stuck.isBoolean()) {
            problems.add(place + ": expected.stuck is " + found(stuck) + "; it must be true or false");
        } else if (!events.isArray() || !isObjects(events)) {
            problems.add(place + ": events is " + found(events) + "; it must be a list of events");
        } else {
            var at = line.path("expected").path("at_event");
            cases.add(new RuleCase(
                    line.path("name").asText("case"),
                    place,
                    line.path("kind").asText(""),
                    line.path("judge").asText("").equals(AT_END),
                    values(line.path("config")),
                    stuck.booleanValue(),
                    at.isInt() ? OptionalInt.of(at.intValue()) : OptionalInt.empty(),
                    list(events)));
        }
    }

    private static boolean isObjects(JsonNode events) {
        return list(events).stream().allMatch(JsonNode::isObject);
    }

    private static List<JsonNode> list(JsonNode array) {
        var list = new ArrayList<JsonNode>();
        array.forEach(list::add);
        return list;
    }

    /** Settings that are no single value are no parameter. */
    private static Map<String, JsonNode> values(JsonNode config) {
        var values = new HashMap<String, JsonNode>();
        config.properties().stream()
                .filter(setting ->
                        setting.getValue().isValueNode() && !setting.getValue().isNull())
                .forEach(setting -> values.put(setting.getKey(), setting.getValue()));
        return values;
    }

    private static String found(JsonNode value) {
        return value.isMissingNode() ? "missing" : value.isContainerNode() ? "something else" : value.toString();
    }
}
