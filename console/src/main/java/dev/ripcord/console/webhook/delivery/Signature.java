package dev.ripcord.console.webhook.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The header by which a receiver knows that a delivery is Ripcord's, unaltered, and not an old one sent again:
 * {@code t=SECONDS,v1=HEX}, where HEX is the HMAC-SHA256 of {@code SECONDS.BODY}.
 */
public final class Signature {
    public static final String HEADER = "Ripcord-Signature";

    private Signature() {}

    /** @param now milliseconds since the epoch; each attempt is signed anew */
    public static String of(Secret secret, byte[] body, long now) {
        String time = Long.toString(Math.floorDiv(now, 1_000));
        var signed = new ByteArrayOutputStream();
        signed.writeBytes((time + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        return "t=" + time + ",v1=" + secret.hmac(signed.toByteArray());
    }
}
