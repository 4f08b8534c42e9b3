package dev.ripcord.deploy.patterns;

import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Definition;

/** A valid definition, as far as somebody needs to see it to tell it from another. */
public record CheckedDefinition(String id, String hash, int version, String title, Action action) {
    public static CheckedDefinition of(Definition definition) {
        return new CheckedDefinition(
                definition.id(), definition.hash(), definition.version(), definition.title(), definition.action());
    }
}
