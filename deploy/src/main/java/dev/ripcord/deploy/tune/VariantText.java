package dev.ripcord.deploy.tune;

import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.source.Located;
import dev.ripcord.source.Place;
import dev.ripcord.source.YamlDocument;

/** A definition under another id, its text otherwise as it is. */
final class VariantText {
    private VariantText() {}

    static Definition named(Definition definition, String id) {
        var source = definition.source();
        int at = index(source, place(source));
        // The place is that of the value, which may begin with a quote.
        int begin = source.indexOf(definition.id(), at);
        var text = source.substring(0, begin)
                + id
                + source.substring(begin + definition.id().length());
        var reading = DefinitionReader.read(id, text);
        if (!reading.problems().isEmpty() || !reading.definitions().get(0).id().equals(id)) {
            throw new IllegalStateException(definition.key() + " cannot be renamed: " + reading.problems());
        }
        return reading.definitions().get(0);
    }

    private static Place place(String source) {
        Located root = YamlDocument.split(source).get(0).parse().root().orElseThrow();
        return root.get("id").orElseThrow().place();
    }

    private static int index(String source, Place place) {
        int lineStart = 0;
        for (int line = 1; line < place.line(); line++) {
            lineStart = source.indexOf('\n', lineStart) + 1;
        }
        return source.offsetByCodePoints(lineStart, place.column() - 1);
    }
}
