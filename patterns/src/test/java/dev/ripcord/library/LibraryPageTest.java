package dev.ripcord.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.pattern.CostClass;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page that people choose patterns from says what the files say. */
class LibraryPageTest {
    private static final List<Definition> LIBRARY =
            DefinitionReader.read(List.of(Path.of("library"))).definitions();

    @Test
    void eachPatternHasOneRowWithItsTitleActionAndCost() throws IOException {
        List<String> rows = rows();

        assertThat(rows).hasSameSizeAs(LIBRARY);
        for (Definition definition : LIBRARY) {
            assertThat(rows)
                    .filteredOn(row -> row.startsWith(link(definition) + " | " + definition.title() + " | ")
                            && row.endsWith(" | " + lower(definition.action()) + " | " + lower(CostClass.of(definition))
                                    + " |"))
                    .as("a row of docs/library.md for %s, %s", definition.id(), CostClass.of(definition))
                    .hasSize(1);
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("../docs/library.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .toList();
    }

    private static String link(Definition definition) {
        return "| [" + definition.id() + "](../patterns/library/" + definition.id() + ".yaml)";
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
