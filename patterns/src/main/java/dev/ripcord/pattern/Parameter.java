package dev.ripcord.pattern;

import dev.ripcord.condition.ParameterType;
import java.util.Objects;
import java.util.Optional;

/**
 * What tuning turns.
 *
 * @param defaultValue Long, Double, Boolean, String or Duration, as type says
 * @param minimum of the same type; numbers and durations only
 * @param maximum likewise
 */
public record Parameter(
        String name,
        ParameterType type,
        Object defaultValue,
        Optional<Object> minimum,
        Optional<Object> maximum,
        String description) {
    public Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultValue, "defaultValue");
        Objects.requireNonNull(description, "description");
    }
}
