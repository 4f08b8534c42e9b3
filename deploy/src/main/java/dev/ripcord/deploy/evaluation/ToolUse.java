package dev.ripcord.deploy.evaluation;

import dev.ripcord.pattern.Selector;
import dev.ripcord.pattern.ToolProfile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which tools of the profiles history has: a name with a slip changes nothing, and nobody would know. */
public final class ToolUse {
    /** Agents and tools may have any number of names: beyond so many they are looked up anew. */
    private static final int MOST_KNOWN = 10_000;

    private final Map<ToolProfile, Set<String>> unused = new LinkedHashMap<>();
    private final Set<Caller> known = new HashSet<>();

    private record Caller(String tenant, String agent, String tool) {}

    public ToolUse(List<ToolProfile> profiles) {
        for (ToolProfile profile : profiles) {
            unused.put(
                    profile,
                    profile.rows().stream()
                            .flatMap(row -> row.tools().stream())
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    /** @param tool null where the event has none */
    public void saw(String tenant, String agent, String tool) {
        if (tool == null || unused.isEmpty()) {
            return;
        }
        if (known.size() == MOST_KNOWN) {
            known.clear();
        }
        if (known.add(new Caller(tenant, agent, tool))) {
            unused.forEach((profile, names) -> {
                if (profile.appliesTo().selects(tenant, agent, null)) {
                    names.removeIf(name -> Selector.covers(List.of(name), tool));
                }
            });
        }
    }

    /** @return one for each profile that has such names */
    public List<UnusedTools> unused() {
        return unused.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new UnusedTools(entry.getKey().id(), List.copyOf(entry.getValue())))
                .toList();
    }
}
