package dev.ripcord.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the gateway says of itself, to hold its answers against. */
public final class OpenApiDocument {
    private static final String PLACE = "https://ripcord.dev/openapi.json";

    private final JsonNode document;
    private final JsonSchemaFactory schemas;

    public OpenApiDocument(String text) throws IOException {
        document = Json.tree(text);
        schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012, builder -> builder.schemaLoaders(loaders -> loaders.schemas(uri -> text)));
    }

    /** @return such as {@code GET /v1/check} */
    public List<String> operations() {
        List<String> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** @return why the answer is none that the document tells of; empty where it is one */
    public List<String> problems(String method, String path, int status, String body) throws IOException {
        String response = "/paths/" + path.replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT)
                + "/responses/" + status;
        String schema = response + "/content/application~1json/schema";
        if (document.at(schema).isMissingNode()) {
            return List.of(method + " " + path + " answered " + status + ", which the document does not tell of");
        }
        JsonSchema described = schemas.getSchema(SchemaLocation.of(PLACE + "#" + schema));
        Set<ValidationMessage> messages = described.validate(Json.tree(body));
        return messages.stream().map(message -> method + " " + path + " " + status + ": " + message).toList();
    }
}
