package dev.ripcord.pattern;

import dev.ripcord.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The hash that names what a document says. */
final class DefinitionHash {
    private static final int BYTES = 8;

    private DefinitionHash() {}

    /** @return the first 16 hexadecimal digits of the SHA-256 of the document's {@link CanonicalForm} */
    static String of(Map<String, Object> canonicalForm) {
        byte[] canonical = Json.text(canonicalForm).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256(canonical), 0, BYTES);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
