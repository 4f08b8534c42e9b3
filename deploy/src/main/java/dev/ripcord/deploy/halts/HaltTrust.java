package dev.ripcord.deploy.halts;

import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.halt.TrustedKeys;
import java.util.Optional;

/**
 * Whose records on {@code ripcord.halts} are believed, and with what ours are signed.
 *
 * @param keys empty: whoever may write to the topic is believed
 * @param signing empty: what is written is not signed
 */
public record HaltTrust(Optional<TrustedKeys> keys, Optional<SigningKey> signing) {
    public static final HaltTrust NONE = new HaltTrust(Optional.empty(), Optional.empty());

    HaltReader reader() {
        return keys.map(HaltReader::trusting).orElseGet(HaltReader::trustingTheTopic);
    }

    boolean isLimited() {
        return keys.isPresent();
    }
}
