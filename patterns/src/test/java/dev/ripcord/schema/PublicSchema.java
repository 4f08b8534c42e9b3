package dev.ripcord.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A schema of the public contract, as the jar carries it. */
public enum PublicSchema {
    EVENT("event"),
    SIGNAL("signal"),
    HALT("halt"),
    ACKNOWLEDGEMENT("acknowledgement"),
    ACTIVATION("activation"),
    PUBLISHED_DEFINITION("published-definition"),
    SESSION_SUMMARY("session-summary"),
    HEARTBEAT("heartbeat"),
    PATTERN_STATUS("pattern-status"),
    DEAD_LETTER("dead-letter"),
    FEEDBACK("feedback");

    private final String schemaName;
    private final JsonNode text;
    private final JsonSchema schema;

    PublicSchema(String schemaName) {
        this.schemaName = schemaName;
        this.text = read("/ripcord/schema/" + schemaName + ".schema.json");
        this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text);
    }

    public String schemaName() {
        return schemaName;
    }

    public JsonNode text() {
        return text;
    }

    /** @return what is wrong with the value; empty where it is valid */
    public List<String> complaints(JsonNode value) {
        return schema.validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static JsonNode read(String resource) {
        try (InputStream in = PublicSchema.class.getResourceAsStream(resource)) {
            return Json.MAPPER.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }
}
