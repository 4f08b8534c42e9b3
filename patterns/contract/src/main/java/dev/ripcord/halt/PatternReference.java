package dev.ripcord.halt;

import java.util.Objects;

/** The definition behind a signal, exactly: the hash names the text that matched. */
public record PatternReference(String id, String hash, int version, String title) {
    public PatternReference {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(title, "title");
    }

    public String key() {
        return id + "@" + hash;
    }
}
