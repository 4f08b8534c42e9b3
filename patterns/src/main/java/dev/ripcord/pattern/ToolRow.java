package dev.ripcord.pattern;

import dev.ripcord.fact.ToolReading;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a profile says of some tools.
 *
 * @param tools by name, {@code *} at the end for a prefix
 * @param role empty where it says nothing of it
 * @param volatileFields arguments that do not count
 */
public record ToolRow(List<String> tools, Optional<ToolRole> role, List<String> volatileFields, String why) {
    static final int NONE = -1;

    public ToolRow {
        tools = List.copyOf(tools);
        volatileFields = List.copyOf(volatileFields);
    }

    ToolReading reading() {
        return new ToolReading(role.map(ToolRole::step).orElse(null), Set.copyOf(volatileFields));
    }

    /** @return how near the row comes to the tool: more for a longer prefix, most for its name; {@link #NONE} for not */
    int nearness(String tool) {
        int nearest = NONE;
        for (String name : tools) {
            nearest = Math.max(nearest, nearness(name, tool));
        }
        return nearest;
    }

    private static int nearness(String name, String tool) {
        if (name.equals(tool)) {
            return Integer.MAX_VALUE;
        }
        int prefix = name.length() - 1;
        return name.endsWith("*") && tool.regionMatches(0, name, 0, prefix) ? prefix : NONE;
    }
}
