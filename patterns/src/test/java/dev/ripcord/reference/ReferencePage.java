package dev.ripcord.reference;

import dev.ripcord.condition.ReadableNames;
import dev.ripcord.fact.StepRole;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The reference of the pattern language: what people wrote of it, in {@code page.md} beside this class, with the tables
 * that the schemas and the code give. Run it in the directory of this module to write the page anew.
 */
public final class ReferencePage {
    static final Path PAGE = Path.of("../docs/pattern-reference.md");

    private ReferencePage() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(PAGE, text());
    }

    static String text() throws IOException {
        var definition = new SchemaTable(Json.tree(Files.readString(Path.of("schema/definition.schema.json"))));
        var event = new SchemaTable(Json.tree(Files.readString(Path.of("schema/event.schema.json"))));
        var tools = new SchemaTable(Json.tree(Files.readString(Path.of("schema/tools.schema.json"))));
        return written()
                .replace("{{definition}}", definition.of(""))
                .replace("{{parameter}}", definition.of("/$defs/parameter"))
                .replace("{{override}}", definition.of("/$defs/override"))
                .replace("{{element}}", definition.of("/$defs/element"))
                .replace("{{tools}}", tools.of(""))
                .replace("{{tools row}}", tools.of("/$defs/row"))
                .replace("{{payload}}", event.of("/properties/payload"))
                .replace("{{facts}}", FactTables.groups())
                .replace("{{recent}}", FactTables.recent())
                .replace("{{functions}}", words(ReadableNames.functions()))
                .replace("{{communicating tools}}", words(StepRole.communicatingTools()))
                .replace("{{passive tools}}", words(StepRole.passiveTools()));
    }

    private static String written() throws IOException {
        try (var in = ReferencePage.class.getResourceAsStream("page.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String words(Collection<String> words) {
        return new TreeSet<>(words).stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
