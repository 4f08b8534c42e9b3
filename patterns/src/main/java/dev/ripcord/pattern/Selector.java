package dev.ripcord.pattern;

import java.util.List;

/**
 * Whom something applies to. An empty list means all; where several are given, all must hold.
 *
 * @param tenants by name
 * @param agents by name, {@code *} at the end for a prefix
 * @param tools likewise; a step without a tool is selected by no tool name
 */
public record Selector(List<String> tenants, List<String> agents, List<String> tools) {
    public static final Selector ALL = new Selector(List.of(), List.of(), List.of());

    public Selector {
        tenants = List.copyOf(tenants);
        agents = List.copyOf(agents);
        tools = List.copyOf(tools);
    }

    /** @param tool null where the step has none */
    public boolean selects(String tenant, String agent, String tool) {
        return covers(tenants, tenant) && covers(agents, agent) && covers(tools, tool);
    }

    private static boolean covers(List<String> names, String name) {
        if (names.isEmpty()) {
            return true;
        }
        // No stream: each definition is asked about each step.
        for (int index = 0; name != null && index < names.size(); index++) {
            if (matches(names.get(index), name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith("*") ? name.regionMatches(0, pattern, 0, pattern.length() - 1) : pattern.equals(name);
    }
}
