package dev.ripcord.pattern;

import dev.ripcord.json.PlainValues;
import java.util.Map;
import java.util.Objects;

/**
 * An activation that another has replaced. The topic is compacted, so what was in force before is known only where the
 * record that replaced it says so.
 *
 * @param hash of the definition; null where the id was not in force
 * @param parameters by name, as written in YAML
 * @param activateAt Kafka time from which it counted
 * @param actor who activated it
 * @param reason why, in the actor's words; may be null
 */
public record EarlierActivation(
        String hash, Mode mode, Map<String, Object> parameters, Long activateAt, String actor, String reason) {
    public EarlierActivation {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(actor, "actor");
        parameters = PlainValues.of(parameters);
    }

    static EarlierActivation of(Activation activation) {
        return new EarlierActivation(
                activation.hash(),
                activation.mode(),
                activation.parameters(),
                activation.activateAt(),
                activation.actor(),
                activation.reason());
    }
}
