package dev.ripcord.pattern;

import java.util.Objects;

/**
 * A definition, or what is said of tools, as it travels on {@code ripcord.patterns} under the key {@code id@hash}: its
 * YAML and who published it.
 *
 * @param schemaVersion 1
 */
public record PublishedDefinition(int schemaVersion, String id, String hash, int version, String yaml, String actor) {
    public static final int SCHEMA_VERSION = 1;

    public PublishedDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(yaml, "yaml");
        Objects.requireNonNull(actor, "actor");
    }

    public static PublishedDefinition of(Document document, String actor) {
        return new PublishedDefinition(
                SCHEMA_VERSION, document.id(), document.hash(), document.version(), document.source(), actor);
    }

    public String key() {
        return id + "@" + hash;
    }
}
