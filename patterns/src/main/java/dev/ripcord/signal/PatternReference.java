package dev.ripcord.signal;

import dev.ripcord.pattern.Definition;
import java.util.Objects;

/** The definition behind a signal, exactly: the hash names the text that matched. */
public record PatternReference(String id, String hash, int version, String title) {
    public PatternReference {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(title, "title");
    }

    public static PatternReference of(Definition definition) {
        return new PatternReference(definition.id(), definition.hash(), definition.version(), definition.title());
    }

    public String key() {
        return id + "@" + hash;
    }
}
