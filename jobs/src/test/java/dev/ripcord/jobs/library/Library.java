package dev.ripcord.jobs.library;

import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Reading;
import java.nio.file.Path;
import java.util.List;

/** The shipped patterns. */
public final class Library {
    private static final Reading READING = DefinitionReader.read(List.of(Path.of("../patterns/library")));

    private Library() {}

    public static List<Definition> all() {
        return READING.definitions();
    }

    public static int size() {
        return all().size();
    }

    public static Definition get(String id) {
        return all().stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
