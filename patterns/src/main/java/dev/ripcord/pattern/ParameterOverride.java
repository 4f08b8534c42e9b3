package dev.ripcord.pattern;

import java.util.Map;
import java.util.Objects;

/**
 * Other parameter values for some tenants, agents or tools.
 *
 * @param parameters values of the parameters' own types, by name
 */
public record ParameterOverride(Selector selector, Map<String, Object> parameters) {
    public ParameterOverride {
        Objects.requireNonNull(selector, "selector");
        parameters = Map.copyOf(parameters);
    }
}
