package dev.ripcord.pattern;

import dev.ripcord.condition.Parameters;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An immutable pattern, checked: one that exists can be compiled.
 *
 * @param hash the first 16 hexadecimal digits of the SHA-256 of what the definition says, however it is laid out
 * @param within how far apart the first and the last step may be; empty for no bound
 * @param rearm how long after a signal the same session gives no further one of this definition, on the session clock
 * @param message text with CEL expressions in braces
 * @param source the YAML, as it was written
 */
public record Definition(
        String id,
        int version,
        String hash,
        String title,
        String why,
        ScopeKind scope,
        Action action,
        Severity severity,
        List<Parameter> parameters,
        List<Element> sequence,
        Optional<Argument<Duration>> within,
        Argument<Duration> rearm,
        Selector appliesTo,
        List<ParameterOverride> overrides,
        String message,
        String source) {
    public Definition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(hash, "hash");
        parameters = List.copyOf(parameters);
        sequence = List.copyOf(sequence);
        overrides = List.copyOf(overrides);
    }

    /** The key of the definition on {@code ripcord.patterns}, and its name in signals: {@code id@hash}. */
    public String key() {
        return id + "@" + hash;
    }

    /** @param activated values that the activation gives; the others keep their defaults */
    public Parameters parameters(Map<String, Object> activated) {
        Map<String, Object> values = new HashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.defaultValue()));
        values.putAll(activated);
        return new Parameters(values);
    }
}
