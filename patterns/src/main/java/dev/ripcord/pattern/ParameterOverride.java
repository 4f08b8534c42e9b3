package dev.ripcord.pattern;

import java.util.Map;
import java.util.Objects;

/**
 * Other parameter values for some tenants, agents or tools.
 *
 * @param polls whether only for tools that poll, by what is said of them
 * @param parameters values of the parameters' own types, by name
 */
public record ParameterOverride(Selector selector, boolean polls, Map<String, Object> parameters) {
    public ParameterOverride {
        Objects.requireNonNull(selector, "selector");
        parameters = Map.copyOf(parameters);
    }

    /** @param polling whether the tool polls, by what is said of it */
    boolean counts(String tenant, String agent, String tool, boolean polling) {
        return (polling || !polls) && selector.selects(tenant, agent, tool);
    }

    /** @return whether it differs between steps of a tenant's sessions, so that it cannot shape the sequence */
    public boolean isByStep() {
        return polls || !selector.agents().isEmpty() || !selector.tools().isEmpty();
    }
}
