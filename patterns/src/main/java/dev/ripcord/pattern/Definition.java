package dev.ripcord.pattern;

import dev.ripcord.condition.Parameters;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.ScopeKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An immutable pattern, checked: one that exists can be compiled.
 *
 * <p>The hash is made of what the definition says and not of how it is laid out: of its JSON with sorted keys, one
 * spelling for each value ({@code 600s} is {@code 10m}, one name is a list of one) and everything at its default left
 * out. So comments, folding, the order of keys and defaults written out do not count; every word of a text does, and
 * so does the order of elements and overrides.
 *
 * @param hash the first 16 hexadecimal digits of the SHA-256 of what the definition says
 * @param sees the condition in CEL of the only steps that the sequence sees; empty where it sees all
 * @param within how far apart the first and the last step may be; empty for no bound
 * @param rearm how long after a signal the same session gives no further one of this definition, on the session clock
 * @param message text with CEL expressions in braces
 * @param overrides later ones win
 * @param source the YAML of this definition alone, as it was written
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
        Escalation escalation,
        BlastRadius blastRadius,
        List<Parameter> parameters,
        Optional<String> sees,
        List<Element> sequence,
        Optional<Argument<Duration>> within,
        Argument<Duration> rearm,
        Selector appliesTo,
        List<ParameterOverride> overrides,
        String message,
        String source)
        implements Document {
    public Definition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(hash, "hash");
        parameters = List.copyOf(parameters);
        sequence = List.copyOf(sequence);
        overrides = List.copyOf(overrides);
    }

    /** This definition as signals and halts name it. */
    public PatternReference reference() {
        return new PatternReference(id, hash, version, title);
    }

    /** @param activated values that the activation gives; the others keep their defaults */
    public Parameters parameters(Map<String, Object> activated) {
        Map<String, Object> values = new HashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.defaultValue()));
        values.putAll(activated);
        return new Parameters(values);
    }

    /**
     * @param base as {@link #parameters} or {@link ActivationReader#resolve} gives them
     * @param agent null for what is the same at every step of the tenant's sessions: the parameters that shape the
     *     sequence are overridden by tenant only
     * @param tool null where the step has none
     * @param polls whether that is said of the step's tool
     * @return the base itself where no override selects the step
     */
    public Parameters forStep(Parameters base, String tenant, String agent, String tool, boolean polls) {
        Map<String, Object> values = null;
        for (ParameterOverride override : overrides) {
            if (override.counts(tenant, agent, tool, polls)) {
                values = values == null ? new HashMap<>(base.values()) : values;
                values.putAll(override.parameters());
            }
        }
        return values == null ? base : new Parameters(values);
    }

    Definition withHash(String hash) {
        return new Definition(
                id,
                version,
                hash,
                title,
                why,
                scope,
                action,
                severity,
                escalation,
                blastRadius,
                parameters,
                sees,
                sequence,
                within,
                rearm,
                appliesTo,
                overrides,
                message,
                source);
    }
}
