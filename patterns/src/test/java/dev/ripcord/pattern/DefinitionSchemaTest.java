package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas are what editors show while somebody writes a pattern. */
class DefinitionSchemaTest {
    @ParameterizedTest
    @ValueSource(strings = {"definition", "cases"})
    void everyKeyIsDescribedWithAnExampleThatIsAllowed(String name) throws IOException {
        JsonNode schema = schema(name);
        Map<String, JsonNode> keys = new TreeMap<>();
        collect("", schema, keys);
        assertThat(keys).hasSizeGreaterThan(5);

        keys.forEach((key, described) -> {
            JsonNode target = described.has("$ref")
                    ? schema.at(described.get("$ref").asText().substring(1))
                    : described;
            assertThat(described.has("description") || target.has("description"))
                    .as("description of " + key)
                    .isTrue();
            JsonNode examples = described.has("examples") ? described.get("examples") : target.path("examples");
            assertThat(examples).as("examples of " + key).isNotEmpty();
            examples.forEach(example -> assertThat(violations(schema, described, example))
                    .as("example " + example + " of " + key)
                    .isEmpty());
        });
    }

    private static Iterable<?> violations(JsonNode schema, JsonNode described, JsonNode example) {
        var alone = schema.deepCopy();
        var wrapper = Json.MAPPER.createObjectNode();
        wrapper.set("$schema", schema.get("$schema"));
        wrapper.set("$defs", alone.get("$defs"));
        wrapper.putObject("properties").set("value", described);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(wrapper)
                .validate(Json.MAPPER.createObjectNode().set("value", example));
    }

    private static void collect(String path, JsonNode schema, Map<String, JsonNode> keys) {
        schema.path("properties")
                .properties()
                .forEach(entry -> keys.put(path + "/" + entry.getKey(), entry.getValue()));
        schema.properties().forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), keys));
    }

    private static JsonNode schema(String name) throws IOException {
        try (InputStream in =
                DefinitionSchemaTest.class.getResourceAsStream("/ripcord/schema/" + name + ".schema.json")) {
            return Json.MAPPER.readTree(in);
        }
    }
}
