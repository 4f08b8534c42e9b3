package dev.ripcord.detection;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.ToolReading;
import dev.ripcord.fact.VolatileFields;
import dev.ripcord.pattern.Selector;
import dev.ripcord.pattern.ToolProfile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the tool profiles in force say of a tenant's tools. An event that they concern is read anew by their word, before
 * it is folded: facts, conditions and signals all follow from that.
 */
final class ToolsInForce {
    static final ToolsInForce NONE = new ToolsInForce(List.of());

    /** Agents of many tenants, and tools, may have any number of names: beyond so many pairs they are looked up anew. */
    private static final int MOST_KNOWN = 10_000;

    private static final String ANY_AGENT = "";

    private final List<ToolProfile> profiles;
    private final boolean differByAgent;
    private final Map<String, Map<String, ToolReading>> known = new ConcurrentHashMap<>();
    private int lookedUp;

    private ToolsInForce(List<ToolProfile> profiles) {
        this.profiles = profiles;
        this.differByAgent = profiles.stream().anyMatch(ToolProfile::isForAgents);
    }

    static ToolsInForce of(String tenant, List<ToolProfile> profiles) {
        List<ToolProfile> ofTenant = profiles.stream()
                .filter(profile -> Selector.covers(profile.appliesTo().tenants(), tenant))
                .sorted(ToolProfile.IN_ORDER)
                .toList();
        return ofTenant.isEmpty() ? NONE : new ToolsInForce(ofTenant);
    }

    /**
     * @param usual arguments that do not count, of every tool; the same at each call
     * @return the event itself where nothing is said of its tool
     */
    DigestedEvent read(DigestedEvent event, VolatileFields usual) {
        if (profiles.isEmpty() || event.tool() == null) {
            return event;
        }
        ToolReading reading = of(differByAgent ? event.agent() : ANY_AGENT, event.tool(), usual);
        return reading.isUsual() ? event : event.readAs(reading);
    }

    private ToolReading of(String agent, String tool, VolatileFields usual) {
        Map<String, ToolReading> ofAgent = known.get(agent);
        ToolReading reading = ofAgent == null ? null : ofAgent.get(tool);
        return reading == null ? lookedUp(agent, tool, usual) : reading;
    }

    private synchronized ToolReading lookedUp(String agent, String tool, VolatileFields usual) {
        if (lookedUp++ == MOST_KNOWN) {
            known.clear();
            lookedUp = 1;
        }
        return known.computeIfAbsent(agent, unseen -> new ConcurrentHashMap<>())
                .computeIfAbsent(tool, unseen -> said(agent, tool).beside(usual));
    }

    private ToolReading said(String agent, String tool) {
        ToolReading said = ToolReading.USUAL;
        for (ToolProfile profile : profiles) {
            if (Selector.covers(profile.appliesTo().agents(), agent)) {
                said = said.and(profile.of(tool));
            }
        }
        return said;
    }
}
