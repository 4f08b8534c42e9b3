package dev.ripcord.jobs.ingest;

import dev.ripcord.event.Decoded;
import dev.ripcord.signal.DeadLetter;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Writes dead letters.
 *
 * @param keepContent whether the record's first bytes go along; its position always does, so that it can be looked up
 *     in the log as long as that keeps it
 */
public record DeadLetters(boolean keepContent) implements Serializable {
    static final int MAX_CONTENT_BYTES = 64 * 1024;

    DeadLetter of(RawRecord raw, Decoded.Unreadable unreadable) {
        byte[] value = raw.value() == null ? new byte[0] : raw.value();
        return new DeadLetter(
                DeadLetter.SCHEMA_VERSION,
                unreadable.reasons(),
                raw.position(),
                raw.kafkaTime(),
                value.length,
                HexFormat.of().formatHex(sha256().digest(value)),
                keepContent ? content(value) : null);
    }

    private static String content(byte[] value) {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(value, Math.min(value.length, MAX_CONTENT_BYTES)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
