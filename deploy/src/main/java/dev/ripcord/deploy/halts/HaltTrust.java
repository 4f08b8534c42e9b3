package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.halt.TrustedKeys;
import java.util.List;
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

    /**
     * Where keys are trusted, a record that they do not vouch for is on the topic and yet does not stand.
     *
     * @param written by us
     * @param stands what was read under its key afterwards; null where nothing that is believed
     * @throws Refusal where ours is not believed, naming its key
     */
    void requireBelieved(HaltRecord written, HaltRecord stands) {
        boolean believed = stands != null && stands.issuedAt() >= written.issuedAt();
        if (isLimited() && !believed) {
            throw new Refusal(
                    List.of("the record under " + written.key() + " is written, and nobody who verifies believes it: it"
                            + " is " + signedHow(written.keyId())),
                    "it counts only for those who verify nothing; say it again with --signing-key ID=FILE and a key"
                            + " that is trusted",
                    ExitCode.FAILED);
        }
    }

    private String signedHow(String keyId) {
        if (keyId == null) {
            return "not signed";
        }
        return keys.filter(trusted -> trusted.knows(keyId)).isPresent()
                ? "signed by key '" + keyId + "', and that is not the key which is trusted under this id"
                : "signed by key '" + keyId + "', which is not trusted";
    }
}
