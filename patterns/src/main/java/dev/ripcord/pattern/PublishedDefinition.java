package dev.ripcord.pattern;

import java.util.Objects;

/**
 * A definition as it travels on {@code ripcord.patterns} under the key {@code id@hash}: its YAML and who published it.
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

    public static PublishedDefinition of(Definition definition, String actor) {
        return new PublishedDefinition(
                SCHEMA_VERSION, definition.id(), definition.hash(), definition.version(), definition.source(), actor);
    }

    public String key() {
        return id + "@" + hash;
    }
}
