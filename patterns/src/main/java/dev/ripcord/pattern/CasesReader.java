package dev.ripcord.pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.ripcord.json.Json;
import dev.ripcord.source.Fault;
import dev.ripcord.source.JsonTree;
import dev.ripcord.source.Located;
import dev.ripcord.source.Place;
import dev.ripcord.source.SchemaCheck;
import dev.ripcord.source.SourceFile;
import dev.ripcord.source.SourceText;
import dev.ripcord.source.UnreadableSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Reads {@code <id>.cases.jsonl}, the cases beside a pattern file: one to a line, as described in
 * {@code schema/cases.schema.json}. Blank lines and lines that begin with {@code #} are passed over.
 *
 * <pre>{@code
 * {"name": "the fourth equal result", "expect": "fires", "at": 7, "events": [{"repeat": 4, "events": [
 *     {"event_type": "tool_invocation", "payload": {"tool_name": "status", "tool_args": {"id": 7}}},
 *     {"event_type": "tool_response",   "payload": {"tool_name": "status", "tool_result": "pending"}}]}]}
 * }</pre>
 * (in one line).
 */
public final class CasesReader {
    static final int MAX_BYTES = 16 << 20;
    static final int MAX_EVENTS = 100_000;

    private static final SchemaCheck SCHEMA = SchemaCheck.of("/ripcord/schema/cases.schema.json");

    /**
     * What was read of a cases file.
     *
     * @param cases those without a problem
     */
    public record Cases(List<Case> cases, List<Problem> problems) {
        public Cases {
            cases = List.copyOf(cases);
            problems = List.copyOf(problems);
        }
    }

    private final SourceText source;
    private final List<Case> cases = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> lineByName = new HashMap<>();

    private CasesReader(SourceText source) {
        this.source = source;
    }

    public static Cases read(Path file) {
        try {
            return new CasesReader(SourceFile.read(file, MAX_BYTES)).read();
        } catch (UnreadableSource unreadable) {
            var reader = new CasesReader(new SourceText(file.toString(), ""));
            reader.refuse(List.of(unreadable.fault()));
            return new Cases(List.of(), reader.problems);
        }
    }

    /** @param file what to call the text in problems */
    public static Cases read(String file, String lines) {
        return new CasesReader(new SourceText(file, lines)).read();
    }

    /** @return where the cases of a pattern file are kept, whether there are any or not */
    public static Path beside(Path patternFile, String id) {
        return patternFile.resolveSibling(id + ".cases.jsonl");
    }

    private Cases read() {
        List<String> lines = source.text().lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (!line.isBlank() && !line.startsWith("#")) {
                line(line, index + 1);
            }
        }
        return new Cases(cases, problems);
    }

    private void line(String line, int number) {
        try {
            Located root = JsonTree.read(line, number);
            List<Fault> faults = new ArrayList<>(SCHEMA.faults(root));
            if (faults.isEmpty()) {
                Case read = read(root, number, faults);
                if (faults.isEmpty()) {
                    cases.add(read);
                }
            }
            refuse(faults);
        } catch (UnreadableSource notJson) {
            refuse(List.of(notJson.fault()));
        }
    }

    private Case read(Located root, int number, List<Fault> faults) {
        String name = root.text("name").orElseThrow();
        Integer earlier = lineByName.putIfAbsent(name, number);
        if (earlier != null) {
            faults.add(new Fault(
                    root.get("name").orElseThrow().place(), "name '" + name + "' is already used in line " + earlier));
        }
        boolean fires = root.text("expect").orElseThrow().equals("fires");
        var events = new CaseEvents(faults);
        events.add(root.get("events").orElseThrow().items());
        return new Case(
                name,
                number,
                fires ? Expectation.FIRES : Expectation.QUIET,
                at(root, fires, events.size(), faults),
                parameters(root),
                events.envelopes());
    }

    private static OptionalInt at(Located root, boolean fires, int events, List<Fault> faults) {
        if (root.get("at").isEmpty()) {
            return OptionalInt.empty();
        }
        Located at = root.get("at").get();
        if (!fires) {
            faults.add(new Fault(at.keyPlace(), "at has no meaning where quiet is expected; remove it"));
        } else if (at.json().asInt() >= events) {
            faults.add(new Fault(at.place(), "at is " + at.json().asInt() + "; the last event is " + (events - 1)));
        }
        return OptionalInt.of(at.json().asInt());
    }

    private static Map<String, Object> parameters(Located root) {
        try {
            return root.get("parameters").isEmpty()
                    ? Map.of()
                    : Json.MAPPER.treeToValue(
                            root.get("parameters").get().json(), new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an object is a map", impossible);
        }
    }

    private void refuse(List<Fault> faults) {
        for (Fault fault : faults) {
            Place place = fault.place();
            problems.add(
                    new Problem(source.name(), place.line(), place.column(), fault.message(), source.excerpt(place)));
        }
    }
}
