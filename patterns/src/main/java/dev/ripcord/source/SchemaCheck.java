package dev.ripcord.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Checks documents against one of the published JSON Schemas.
 *
 * <p>The schema says what is right in the words of {@value #EXPECTATION}, a key that editors show too; without it the
 * validator's own words would have to do.
 */
public final class SchemaCheck {
    static final String EXPECTATION = "errorMessage";

    private final JsonSchema schema;
    private final SchemaFaults faults;

    private SchemaCheck(JsonNode schema) {
        this.schema = factory()
                .getSchema(
                        schema,
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build());
        this.schema.initializeValidators();
        this.faults = new SchemaFaults(schema);
    }

    /** @param resource on the class path, such as {@code /ripcord/schema/definition.schema.json} */
    public static SchemaCheck of(String resource) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the schema is missing from the class path: " + resource);
            }
            return new SchemaCheck(Json.MAPPER.readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }

    /** @return everything that the schema does not allow, in the order of the document */
    public List<Fault> faults(Located root) {
        Set<ValidationMessage> messages = schema.validate(root.json());
        return messages.stream()
                .filter(message -> !isMisspelt(message, messages))
                .map(message -> faults.fault(message, root))
                .distinct()
                .sorted(Comparator.comparing(Fault::place))
                .toList();
    }

    /** A key that is missing because it is there in another spelling: the spelling is complained about already. */
    private static boolean isMisspelt(ValidationMessage missing, Set<ValidationMessage> messages) {
        return missing.getType().equals("required")
                && messages.stream()
                        .filter(other -> other.getType().equals("additionalProperties"))
                        .filter(other -> other.getInstanceLocation().equals(missing.getInstanceLocation()))
                        .anyMatch(other -> Suggestion.nearest(other.getProperty(), List.of(missing.getProperty()))
                                .isPresent());
    }

    private static JsonSchemaFactory factory() {
        JsonMetaSchema dialect = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .keyword(new NonValidationKeyword(EXPECTATION))
                .build();
        return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(VersionFlag.V202012))
                .metaSchema(dialect)
                .build();
    }
}
