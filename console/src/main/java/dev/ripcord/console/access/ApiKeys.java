package dev.ripcord.console.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** The keys that are accepted, known by their hashes alone. */
public final class ApiKeys {
    /** Longer than any key, short enough to be hashed for anybody who sends it. */
    private static final int MOST_CHARACTERS = 1_000;

    /** A key that is accepted, and whose it is. */
    record Entry(Caller caller, byte[] sha256) {}

    private final List<Entry> entries;

    ApiKeys(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** @return whose key it is; takes the same time for every key of the same length */
    public Optional<Caller> caller(String key) {
        if (key.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        byte[] hash = sha256(key);
        Caller found = null;
        for (Entry entry : entries) {
            // Not stopping at the first: how long it takes must not tell which key is near.
            found = MessageDigest.isEqual(entry.sha256(), hash) ? entry.caller() : found;
        }
        return Optional.ofNullable(found);
    }

    static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
