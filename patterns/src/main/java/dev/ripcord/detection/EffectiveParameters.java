package dev.ripcord.detection;

import dev.ripcord.condition.Parameters;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.Step;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.ParameterOverride;
import dev.ripcord.pattern.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The parameters that count for a tenant, step by step.
 *
 * <p>What an override says for the whole tenant also shapes the compiled pattern. What it says for agents, tools or
 * their role cannot, since a match runs across them, and counts for the conditions of each step.
 */
final class EffectiveParameters {
    /** Agents and tools may have any number of names: beyond this they are looked up anew. */
    private static final int MOST_KNOWN = 1_000;

    private final Definition definition;
    private final Parameters base;
    private final String tenant;
    private final Parameters overall;
    private final boolean sameForAllSteps;
    /** Whether it matters who does a step, and with which tool: most overrides are for tools alone. */
    private final boolean byAgent;

    private final boolean byTool;
    private final Map<Doer, Parameters> known = new ConcurrentHashMap<>();

    private volatile Latest latest = new Latest(null, null, false, null);

    private record Doer(String agent, String tool, boolean polls) {}

    /** Who did the step that was asked for last: mostly the next one is of the same. */
    private record Latest(String agent, String tool, boolean polls, Parameters parameters) {
        boolean is(String otherAgent, String otherTool, boolean otherPolls) {
            return Objects.equals(otherTool, tool) && Objects.equals(otherAgent, agent) && otherPolls == polls;
        }
    }

    /** @param base the activation's values, and the defaults for the others */
    EffectiveParameters(Definition definition, Parameters base, String tenant) {
        this.definition = definition;
        this.base = base;
        this.tenant = tenant;
        this.overall = definition.forStep(base, tenant, null, null, false);
        this.sameForAllSteps = definition.overrides().stream().noneMatch(ParameterOverride::isByStep);
        this.byAgent = definition.overrides().stream()
                .anyMatch(override -> !override.selector().agents().isEmpty());
        this.byTool = definition.overrides().stream()
                .anyMatch(override -> !override.selector().tools().isEmpty());
    }

    /** @return what shapes the pattern */
    Parameters overall() {
        return overall;
    }

    /** @return among whose values is the one that any parameter has at any step, whichever overrides meet there */
    List<Parameters> settings() {
        List<Parameters> settings = new ArrayList<>(List.of(overall));
        for (ParameterOverride override : definition.overrides()) {
            if (!Selector.covers(override.selector().tenants(), tenant)) {
                continue;
            }
            Map<String, Object> values = new HashMap<>(overall.values());
            values.putAll(override.parameters());
            settings.add(new Parameters(values));
        }
        return settings;
    }

    /** @return what the conditions of the step read */
    Parameters at(Step step) {
        if (sameForAllSteps) {
            return overall;
        }
        String agent = byAgent ? step.event().agent() : null;
        String tool = byTool ? step.event().tool() : null;
        Latest before = latest;
        boolean polls = step.facts().has(Fact.CALL_POLLS);
        if (before.parameters() != null && before.is(agent, tool, polls)) {
            return before.parameters();
        }
        Parameters parameters = lookedUp(agent, tool, polls);
        latest = new Latest(agent, tool, polls, parameters);
        return parameters;
    }

    private Parameters lookedUp(String agent, String tool, boolean polls) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Doer(agent, tool, polls),
                doer -> definition.forStep(base, tenant, doer.agent(), doer.tool(), doer.polls()));
    }
}
