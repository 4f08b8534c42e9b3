package dev.ripcord.console.webhook.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Something that no log and no error may show: it prints as three dots. */
public final class Secret {
    private static final String HMAC = "HmacSHA256";

    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** @return the secret itself, for the wire alone */
    public String reveal() {
        return value;
    }

    /** @return the HMAC-SHA256 of the message under this secret (its UTF-8 bytes), hexadecimal */
    public String hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException("HMAC-SHA256 cannot be computed", everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "...";
    }
}
