package dev.ripcord.schema;

import static dev.ripcord.schema.PublicSchema.ACKNOWLEDGEMENT;
import static dev.ripcord.schema.PublicSchema.ACTIVATION;
import static dev.ripcord.schema.PublicSchema.DEAD_LETTER;
import static dev.ripcord.schema.PublicSchema.FEEDBACK;
import static dev.ripcord.schema.PublicSchema.HALT;
import static dev.ripcord.schema.PublicSchema.HEARTBEAT;
import static dev.ripcord.schema.PublicSchema.PATTERN_STATUS;
import static dev.ripcord.schema.PublicSchema.PUBLISHED_DEFINITION;
import static dev.ripcord.schema.PublicSchema.SESSION_SUMMARY;
import static dev.ripcord.schema.PublicSchema.SIGNAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.signal.DeadLetter;
import dev.ripcord.signal.Feedback;
import dev.ripcord.signal.Heartbeat;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.signal.Signal;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Ripcord writes is what its schemas say, and it reads back what it wrote. */
class WrittenRecordsTest {
    static final List<Arguments> FULL = List.of(
            Arguments.of(SIGNAL, "", Signal.class, WrittenRecords.FULL_SIGNAL),
            Arguments.of(HALT, "/$defs/halt", HaltRecord.class, WrittenRecords.FULL_HALT),
            Arguments.of(HALT, "/$defs/release", HaltRecord.class, WrittenRecords.FULL_RELEASE),
            Arguments.of(ACKNOWLEDGEMENT, "", Acknowledgement.class, WrittenRecords.FULL_ACKNOWLEDGEMENT),
            Arguments.of(ACTIVATION, "", Activation.class, WrittenRecords.FULL_ACTIVATION),
            Arguments.of(PUBLISHED_DEFINITION, "", PublishedDefinition.class, WrittenRecords.DEFINITION),
            Arguments.of(SESSION_SUMMARY, "", SessionSummary.class, WrittenRecords.FULL_SUMMARY),
            Arguments.of(HEARTBEAT, "", Heartbeat.class, WrittenRecords.FULL_HEARTBEAT),
            Arguments.of(PATTERN_STATUS, "", PatternStatus.class, WrittenRecords.FULL_STATUS),
            Arguments.of(DEAD_LETTER, "", DeadLetter.class, WrittenRecords.FULL_DEAD_LETTER),
            Arguments.of(FEEDBACK, "", Feedback.class, WrittenRecords.FULL_FEEDBACK));

    static final List<Arguments> BARE = List.of(
            Arguments.of(SIGNAL, "", Signal.class, WrittenRecords.BARE_SIGNAL),
            Arguments.of(HALT, "/$defs/halt", HaltRecord.class, WrittenRecords.BARE_HALT),
            Arguments.of(HALT, "/$defs/release", HaltRecord.class, WrittenRecords.BARE_RELEASE),
            Arguments.of(ACKNOWLEDGEMENT, "", Acknowledgement.class, WrittenRecords.BARE_ACKNOWLEDGEMENT),
            Arguments.of(ACTIVATION, "", Activation.class, WrittenRecords.BARE_ACTIVATION),
            Arguments.of(PUBLISHED_DEFINITION, "", PublishedDefinition.class, WrittenRecords.DEFINITION),
            Arguments.of(SESSION_SUMMARY, "", SessionSummary.class, WrittenRecords.BARE_SUMMARY),
            Arguments.of(HEARTBEAT, "", Heartbeat.class, WrittenRecords.BARE_HEARTBEAT),
            Arguments.of(PATTERN_STATUS, "", PatternStatus.class, WrittenRecords.BARE_STATUS),
            Arguments.of(DEAD_LETTER, "", DeadLetter.class, WrittenRecords.BARE_DEAD_LETTER),
            Arguments.of(FEEDBACK, "", Feedback.class, WrittenRecords.BARE_FEEDBACK));

    static Stream<Arguments> all() {
        return Stream.concat(FULL.stream(), BARE.stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsWrittenIsValidAndReadsBackEqual(PublicSchema schema, String part, Class<?> type, Object written)
            throws IOException {
        byte[] json = Json.bytes(written);

        assertThat(schema.complaints(Json.MAPPER.readTree(json))).isEmpty();
        assertThat(Json.read(json, type)).isEqualTo(written);
        assertThat(Json.bytes(Json.read(json, type))).isEqualTo(json);
    }

    @ParameterizedTest
    @FieldSource("FULL")
    void theFullestHasEveryPropertyOfItsSchema(PublicSchema schema, String part, Class<?> type, Object written) {
        assertThat(keys(tree(written))).isEqualTo(keys(schema.text().at(part).path("properties")));
    }

    @ParameterizedTest
    @FieldSource("BARE")
    void theBarestHasWhatItsSchemaRequiresAndNothingElse(
            PublicSchema schema, String part, Class<?> type, Object written) {
        Set<String> required = new TreeSet<>();
        schema.text().at(part).path("required").forEach(key -> required.add(key.asText()));
        assertThat(keys(tree(written))).isEqualTo(required);
    }

    @ParameterizedTest
    @MethodSource("all")
    void withoutARequiredKeyTheSchemaRefusesItAndSoDoesTheReaderWhereItIsText(
            PublicSchema schema, String part, Class<?> type, Object written) {
        for (JsonNode key : schema.text().at(part).path("required")) {
            ObjectNode cut = tree(written).without(key.asText());
            assertThat(schema.complaints(cut)).as(key.asText()).isNotEmpty();
            if (tree(written).path(key.asText()).isTextual()) {
                assertThatThrownBy(() -> Json.read(Json.bytes(cut), type))
                        .as(key.asText())
                        .isInstanceOf(JsonMappingException.class);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("FULL")
    void theExamplesOfASchemaAreReadAndWrittenAsTheyStand(
            PublicSchema schema, String part, Class<?> type, Object written) throws IOException {
        for (JsonNode example : schema.text().path("examples")) {
            Object read = Json.read(Json.bytes(example), type);
            assertThat(Json.MAPPER.readTree(Json.bytes(read))).isEqualTo(example);
        }
    }

    private static ObjectNode tree(Object written) {
        return Json.MAPPER.valueToTree(written);
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
