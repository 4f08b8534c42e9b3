package dev.ripcord.deploy.patterns;

import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.CostClass;
import dev.ripcord.pattern.Definition;
import java.util.Locale;

/**
 * A valid definition, as far as somebody needs to see it to tell it from another.
 *
 * @param cost cheap, moderate or costly
 */
public record CheckedDefinition(String id, String hash, int version, String title, Action action, String cost) {
    /** @return {@code cheap}, {@code moderate} or {@code costly} */
    public static String cost(Definition definition) {
        return CostClass.of(definition).name().toLowerCase(Locale.ROOT);
    }

    public static CheckedDefinition of(Definition definition) {
        return new CheckedDefinition(
                definition.id(),
                definition.hash(),
                definition.version(),
                definition.title(),
                definition.action(),
                cost(definition));
    }
}
