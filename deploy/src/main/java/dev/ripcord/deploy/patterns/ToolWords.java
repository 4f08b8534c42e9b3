package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.patterns.PatternDifference.Value;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.pattern.ToolProfile;
import dev.ripcord.pattern.ToolRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a profile says of tools, for people who tell it from another. */
final class ToolWords {
    private static final String VOLATILE = "volatile";

    private ToolWords() {}

    /** @return how many names and prefixes have a role, by its word; {@code volatile} where none but such arguments */
    static Map<String, Integer> counts(ToolProfile profile) {
        var counts = new TreeMap<String, Integer>();
        profile.rows().forEach(row -> counts.merge(role(row), row.tools().size(), Integer::sum));
        return counts;
    }

    /** @return {@code 4 tools: 1 exempt, 3 waits} */
    static String line(Map<String, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return Count.of(all, "tool") + ": "
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    /** @return the tools of which they say different things, in the order of their names */
    static List<Value> changed(ToolProfile live, ToolProfile ours) {
        var inForce = byName(live);
        var inDirectory = byName(ours);
        var names = new TreeSet<>(inForce.keySet());
        names.addAll(inDirectory.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(inForce.get(name), inDirectory.get(name)))
                .map(name -> new Value(name, inForce.get(name), inDirectory.get(name)))
                .toList();
    }

    private static Map<String, String> byName(ToolProfile profile) {
        var said = new LinkedHashMap<String, String>();
        profile.rows().forEach(row -> row.tools().forEach(name -> said.put(name, said(row))));
        return said;
    }

    private static String said(ToolRow row) {
        var fields = row.volatileFields().isEmpty()
                ? ""
                : VOLATILE + " in " + row.volatileFields().stream().sorted().collect(Collectors.joining(", "));
        return row.role().isEmpty() ? fields : role(row) + (fields.isEmpty() ? "" : " and " + fields);
    }

    private static String role(ToolRow row) {
        return row.role().map(role -> role.name().toLowerCase(Locale.ROOT)).orElse(VOLATILE);
    }
}
