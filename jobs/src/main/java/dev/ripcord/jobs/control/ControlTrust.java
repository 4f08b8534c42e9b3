package dev.ripcord.jobs.control;

import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.TrustedKeys;
import java.io.Serializable;
import java.util.Optional;

/**
 * Whose halts, releases and mutes are believed.
 *
 * @param keys null where whoever may write to the topic is
 */
public record ControlTrust(TrustedKeys keys) implements Serializable {
    public static final ControlTrust THE_TOPIC = new ControlTrust(null);

    public static ControlTrust of(Optional<TrustedKeys> keys) {
        return new ControlTrust(keys.orElse(null));
    }

    public HaltReader reader() {
        return keys == null ? HaltReader.trustingTheTopic() : HaltReader.trusting(keys);
    }
}
