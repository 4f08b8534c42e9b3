package dev.ripcord.pattern;

import dev.ripcord.source.Located;
import java.util.List;
import java.util.Optional;

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

    /** @param at a mapping with the keys tenant, agent and tool, or some of them */
    static Selector in(Located at) {
        return new Selector(names(at, "tenant"), names(at, "agent"), names(at, "tool"));
    }

    /** @return the names under the key, where one alone stands for a list */
    static List<String> names(Located at, String key) {
        Optional<Located> written = at.get(key);
        return written.flatMap(Located::text)
                .map(List::of)
                .orElseGet(() -> written.map(Located::items).orElse(List.of()).stream()
                        .flatMap(item -> item.text().stream())
                        .toList());
    }

    /** @param tool null where the step has none */
    public boolean selects(String tenant, String agent, String tool) {
        return covers(tenants, tenant) && covers(agents, agent) && covers(tools, tool);
    }

    /**
     * @param names none for all; each with {@code *} at the end for a prefix
     * @param name null is covered by no name
     */
    public static boolean covers(List<String> names, String name) {
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
