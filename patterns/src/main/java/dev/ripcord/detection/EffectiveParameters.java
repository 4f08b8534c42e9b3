package dev.ripcord.detection;

import dev.ripcord.condition.Parameters;
import dev.ripcord.fact.Step;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.ParameterOverride;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The parameters that count for a tenant, step by step.
 *
 * <p>The more special wins: an override of the definition over the activation, the activation over the default, and of
 * two overrides the one that stands later. What an override says for a whole tenant also shapes the compiled pattern;
 * what it says for agents or tools cannot, since a match runs across them, and counts for the conditions of each step.
 */
final class EffectiveParameters {
    private final String tenant;
    private final Parameters overall;
    private final List<ParameterOverride> special;
    private final Map<BitSet, Parameters> combined = new ConcurrentHashMap<>();

    /** @param activated values that the activation gives, of the parameters' own types */
    EffectiveParameters(Definition definition, Map<String, Object> activated, String tenant) {
        this.tenant = tenant;
        Map<String, Object> values =
                new HashMap<>(definition.parameters(activated).values());
        definition.overrides().stream()
                .filter(override -> isOverall(override) && override.selector().selects(tenant, null, null))
                .forEach(override -> values.putAll(override.parameters()));
        this.overall = new Parameters(values);
        this.special = definition.overrides().stream()
                .filter(override -> !isOverall(override))
                .toList();
    }

    private static boolean isOverall(ParameterOverride override) {
        return override.selector().agents().isEmpty()
                && override.selector().tools().isEmpty();
    }

    /** @return what shapes the pattern */
    Parameters overall() {
        return overall;
    }

    /** @return what the conditions of the step read */
    Parameters at(Step step) {
        if (special.isEmpty()) {
            return overall;
        }
        BitSet selected = new BitSet();
        for (int number = 0; number < special.size(); number++) {
            selected.set(
                    number,
                    special.get(number)
                            .selector()
                            .selects(tenant, step.event().agent(), step.event().tool()));
        }
        return selected.isEmpty() ? overall : combined.computeIfAbsent(selected, this::combined);
    }

    private Parameters combined(BitSet selected) {
        Map<String, Object> values = new HashMap<>(overall.values());
        selected.stream().forEach(number -> values.putAll(special.get(number).parameters()));
        return new Parameters(values);
    }
}
