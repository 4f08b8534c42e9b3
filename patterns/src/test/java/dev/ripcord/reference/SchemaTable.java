package dev.ripcord.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The keys of a mapping as a schema describes them, as a table. */
final class SchemaTable {
    private final JsonNode schema;

    /** @param schema the whole document, which references point into */
    SchemaTable(JsonNode schema) {
        this.schema = schema;
    }

    /** @param pointer to a mapping that has properties */
    String of(String pointer) {
        JsonNode mapping = schema.at(pointer);
        List<String> required = new ArrayList<>();
        mapping.path("required").forEach(name -> required.add(name.asText()));
        StringBuilder table = new StringBuilder("| key | value | means |\n|---|---|---|\n");
        for (Map.Entry<String, JsonNode> key : mapping.path("properties").properties()) {
            JsonNode value = resolved(key.getValue());
            String name = "`" + key.getKey() + "`" + (required.contains(key.getKey()) ? " (required)" : "");
            table.append("| ")
                    .append(name)
                    .append(" | ")
                    .append(values(value))
                    .append(" | ")
                    .append(cell(value.path("description").asText()))
                    .append(examples(value))
                    .append(" |\n");
        }
        return table.toString();
    }

    /** What stands beside a reference wins over what it points to. */
    private JsonNode resolved(JsonNode value) {
        if (!value.has("$ref")) {
            return value;
        }
        JsonNode target = resolved(schema.at(value.get("$ref").asText().substring(1)));
        var merged = target.deepCopy();
        ((ObjectNode) merged).setAll((ObjectNode) value);
        return merged;
    }

    private static String values(JsonNode value) {
        if (value.has("enum")) {
            List<String> words = new ArrayList<>();
            value.get("enum").forEach(word -> words.add("`" + word.asText() + "`"));
            return String.join(", ", words);
        }
        String must = value.path("errorMessage").asText("");
        if (must.startsWith("must be ")) {
            return cell(must.substring("must be ".length()));
        }
        List<String> types = new ArrayList<>();
        JsonNode type = value.path("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else if (type.isTextual()) {
            types.add(type.asText());
        }
        return types.isEmpty() ? "anything" : String.join(", ", types);
    }

    private static String examples(JsonNode value) {
        List<String> examples = new ArrayList<>();
        value.path("examples").forEach(example -> examples.add("`" + cell(shown(example)) + "`"));
        return examples.isEmpty() ? "" : " Such as " + String.join(", ", examples) + ".";
    }

    private static String shown(JsonNode example) {
        return example.isTextual() ? example.textValue() : example.toString();
    }

    /** A bar would end the cell. */
    static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
