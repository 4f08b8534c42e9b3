package dev.ripcord.detection;

import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Problem;
import dev.ripcord.pattern.Reading;
import dev.ripcord.pattern.ToolProfile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Definitions as their authors write them, with what does not matter to a test filled in. */
final class Definitions {
    private static final Map<String, String> USUAL = new TreeMap<>(Map.of(
            "version", "1",
            "title", "A test",
            "why", "To test",
            "action", "halt",
            "severity", "critical",
            "rearm", "0s",
            "message", "found"));

    private Definitions() {}

    /** @param lines further keys; they replace the usual ones */
    static Definition definition(String id, String... lines) {
        return (Definition) document(id, yaml(id, lines));
    }

    /** @param lines further keys of what is said of tools */
    static ToolProfile tools(String id, String... lines) {
        String head = "kind: tools\nid: " + id + "\nversion: 1\ntitle: A test\n";
        return (ToolProfile) document(id, head + String.join("\n", lines) + "\n");
    }

    private static Document document(String id, String yaml) {
        Reading reading = DefinitionReader.read(id, yaml);
        if (!reading.problems().isEmpty()) {
            throw new IllegalArgumentException(
                    reading.problems().stream().map(Problem::render).toList().toString());
        }
        return reading.documents().get(0);
    }

    static String yaml(String id, String... lines) {
        StringBuilder yaml = new StringBuilder("id: " + id + "\n");
        USUAL.forEach((key, value) -> {
            if (List.of(lines).stream().noneMatch(line -> line.startsWith(key + ":"))) {
                yaml.append(key).append(": ").append(value).append("\n");
            }
        });
        return yaml.append(String.join("\n", lines)).append("\n").toString();
    }
}
