package dev.ripcord.halt;

import dev.ripcord.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a signed record, taken apart without reading it as JSON.
 *
 * <p>Canonical JSON differs between languages where numbers and escapes are written, and a signature must not depend on
 * that. So the signature is over bytes that travel as they are: the record's text without its last two members. A record
 * {@code {"kind":"halt",...}} is signed as it stands, and written as {@code {"kind":"halt",...,"key_id":"ops-1",
 * "signature":"..."}}. To verify: cut the text before the last {@code ,"key_id":}, put the brace back, check the
 * signature over these bytes, and believe these bytes and nothing else.
 *
 * @param signed the bytes that the signature is over: a whole JSON object
 */
record SignedText(String signed, String keyId, byte[] signature) {
    private static final Pattern FORM = Pattern.compile(
            "(\\{.*),\"key_id\":\"([A-Za-z0-9._-]{1,64})\",\"signature\":\"([A-Za-z0-9+/=]{1,200})\"}", Pattern.DOTALL);

    /** @return empty where the text does not end with a signature */
    static Optional<SignedText> of(String whole) {
        Matcher parts = FORM.matcher(whole);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            byte[] signature = Base64.getDecoder().decode(parts.group(3));
            SignedText text = new SignedText(parts.group(1) + "}", parts.group(2), signature);
            // Base64 has several spellings of the same bytes; a signed text has one.
            return Optional.of(text).filter(one -> one.text().equals(whole));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** @return the record's text with the signature as its last members */
    String text() {
        return signed.substring(0, signed.length() - 1) + ",\"key_id\":" + Json.text(keyId) + ",\"signature\":"
                + Json.text(Base64.getEncoder().encodeToString(signature)) + "}";
    }

    byte[] signedBytes() {
        return signed.getBytes(StandardCharsets.UTF_8);
    }
}
