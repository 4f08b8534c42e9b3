package dev.ripcord.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicSchemaTest {
    @ParameterizedTest
    @EnumSource
    void aSchemaIsOneItselfAndNamedWhereItIsFound(PublicSchema schema) {
        JsonNode text = schema.text();

        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(SchemaLocation.of(SchemaId.V202012))
                        .validate(text))
                .isEmpty();
        assertThat(text.path("$schema").asText()).isEqualTo(SchemaId.V202012);
        assertThat(text.path("$id").asText())
                .isEqualTo("https://ripcord.dev/schema/" + schema.schemaName() + ".schema.json");
        assertThat(text.path("title").asText()).isNotBlank();
        assertThat(text.path("description").asText()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void everyPropertyIsDescribed(PublicSchema schema) {
        List<String> undescribed = new ArrayList<>();
        int properties = collectUndescribed(schema.text(), schema.schemaName(), undescribed);

        assertThat(undescribed).isEmpty();
        assertThat(properties).isGreaterThan(4);
    }

    @ParameterizedTest
    @EnumSource
    void theExamplesInASchemaAreValid(PublicSchema schema) {
        assertThat(schema.text().path("examples"))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(schema.complaints(example))
                        .as(example.toString())
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnEventMayHaveKeysThatNobodyKnows(PublicSchema schema) {
        for (JsonNode example : schema.text().path("examples")) {
            JsonNode odd = example.deepCopy();
            ((ObjectNode) odd).put("mood", "calm");
            assertThat(schema.complaints(odd).isEmpty()).isEqualTo(schema == PublicSchema.EVENT);
        }
    }

    /** @return how many properties there are */
    private static int collectUndescribed(JsonNode schema, String place, List<String> undescribed) {
        int found = 0;
        for (var property : schema.path("properties").properties()) {
            String name = place + "." + property.getKey();
            // Within oneOf a property is only narrowed, and may be false; it is described where it is defined.
            if (!place.contains("oneOf")
                    && property.getValue().path("description").asText().isBlank()) {
                undescribed.add(name);
            }
            found++;
        }
        for (var part : schema.properties()) {
            if (!part.getKey().equals("examples")) {
                found += collectUndescribed(part.getValue(), place + "." + part.getKey(), undescribed);
            }
        }
        for (int index = 0; schema.isArray() && index < schema.size(); index++) {
            found += collectUndescribed(schema.get(index), place + "." + index, undescribed);
        }
        return found;
    }
}
