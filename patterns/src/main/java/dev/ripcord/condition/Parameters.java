package dev.ripcord.condition;

import java.util.Map;

/**
 * The values that tuning turns, by name.
 *
 * @param values Long, Double, Boolean, String or {@link java.time.Duration}
 */
public record Parameters(Map<String, Object> values) {
    public static final Parameters NONE = new Parameters(Map.of());

    public Parameters {
        values = Map.copyOf(values);
    }
}
