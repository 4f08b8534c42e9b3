package dev.ripcord.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.event.EventTypes;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that producers check their events with says what the decoder does. */
class EventSchemaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "event_type        | \"dream\"",
                "event_type        | 7",
                "session_id        | 42",
                "session_id        | \"a/b c\"",
                "agent_id          | \"агент\"",
                "timestamp         | 0",
                "timestamp         | 1767225600.125",
                "timestamp         | 99999999999999.9",
                "timestamp         | \"1767225600000\"",
                "timestamp         | \"2026-01-01T00:00:00\"",
                "timestamp         | \"2026-01-01 00:00:00,5+0100\"",
                "timestamp         | \"2026-01-01T00:00Z\"",
                "timestamp         | \"2026-01-01T00:00:00.123456789-08\"",
                "payload           | {}",
                "payload           | {\"mood\":[1,{}],\"tool_args\":\"text\",\"retry_count\":\"3\",\"cost_usd\":\"2.1e-6\"}",
                "event_id          | \"e\"",
                "event_id          | null",
                "event_id          | \"\"",
                "tenant_id         | \" \"",
                "sequence          | 7",
                "sequence          | 7.0",
                "sequence          | -1",
                "sequence          | \"7\"",
                "sequence          | \"\"",
                "sequence          | null",
                "trace_id          | 77",
                "schema_version    | 1.5",
                "mood              | {\"calm\":true}",
            })
    void bothTakeIt(String key, String value) {
        ObjectNode event = event(key, value);
        assertThat(PublicSchema.EVENT.complaints(event)).isEmpty();
        assertThat(EventDecoder.decode(Json.bytes(event))).isInstanceOf(Decoded.Readable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "event_type        | null",
                "event_type        | \"\"",
                "event_type        | []",
                "session_id        | \" \"",
                "session_id        | true",
                "agent_id          | {}",
                "timestamp         | null",
                "timestamp         | true",
                "timestamp         | -1",
                "timestamp         | 1767225600000000",
                "timestamp         | 100000000000000",
                "timestamp         | \"100000000000000\"",
                "timestamp         | \"yesterday\"",
                "timestamp         | \"2026-01-01\"",
                "timestamp         | \"1969-12-31T23:59:59Z\"",
                "timestamp         | \"2026-13-01T00:00:00Z\"",
                "payload           | null",
                "payload           | []",
                "payload           | \"text\"",
                "event_id          | {}",
                "event_id          | true",
                "tenant_id         | []",
                "trace_id          | false",
                "sequence          | 1.5",
                "sequence          | \"seven\"",
                "sequence          | 9223372036854775808",
            })
    void bothRefuseIt(String key, String value) {
        refusedByBoth(event(key, value));
    }

    @ParameterizedTest
    @CsvSource({"event_type", "session_id", "agent_id", "timestamp", "payload"})
    void bothMissWhatEveryEventNeeds(String key) {
        refusedByBoth(event("mood", "1").without(key));
    }

    @ParameterizedTest
    @CsvSource({"event_type", "session_id", "agent_id", "event_id", "tenant_id", "span_id", "schema_version"})
    void bothHaveTheSameLimitOfLength(String key) {
        ObjectNode longest = event(key, '"' + "🙂".repeat(512) + '"');
        assertThat(PublicSchema.EVENT.complaints(longest)).isEmpty();
        assertThat(EventDecoder.decode(Json.bytes(longest))).isInstanceOf(Decoded.Readable.class);
        refusedByBoth(event(key, '"' + "🙂".repeat(513) + '"'));
    }

    /** A producer wants to hear of it; a detector would be blind if it lost the call for it. */
    @ParameterizedTest
    @CsvSource({"cost_usd,true", "latency_ms,[1]", "retry_count,-1", "tool_name,{}", "input_tokens,'\"many\"'"})
    void aPayloadKeyOfTheWrongTypeFailsTheSchemaAndTheDecoderReadsItAsAbsent(String key, String value) {
        ObjectNode event = event("payload", "{\"" + key + "\":" + value + "}");
        assertThat(PublicSchema.EVENT.complaints(event)).isNotEmpty();
        assertThat(EventDecoder.decode(Json.bytes(event))).isInstanceOf(Decoded.Readable.class);
    }

    static Iterable<JsonNode> examples() {
        return PublicSchema.EVENT.text().path("examples");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesAreEvents(JsonNode example) {
        assertThat(EventDecoder.decode(Json.bytes(example))).isInstanceOf(Decoded.Readable.class);
    }

    @Test
    void theKnownTypesAreTheExamples() {
        List<String> examples = new ArrayList<>();
        PublicSchema.EVENT.text().at("/properties/event_type/examples").forEach(type -> examples.add(type.asText()));
        assertThat(examples).containsExactlyInAnyOrderElementsOf(EventTypes.ALL);
    }

    @Test
    void everyPayloadKeyThatIsReadIsListed() {
        assertThat(PublicSchema.EVENT
                        .text()
                        .at("/properties/payload/properties")
                        .fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "tool_name tool_args tool_result error status caller_step request_ref state_snapshot_hash state"
                                .concat(" state_ref memory_version retry_count budget_remaining cost_usd")
                                .concat(" session_cost_usd corrects input_tokens output_tokens cached_tokens")
                                .concat(" reasoning_tokens model latency_ms decision options content content_hash")
                                .concat(" from_agent to_agent task parent_step reason")
                                .split(" "));
    }

    private static void refusedByBoth(ObjectNode event) {
        assertThat(PublicSchema.EVENT.complaints(event)).isNotEmpty();
        assertThat(EventDecoder.decode(Json.bytes(event))).isInstanceOf(Decoded.Unreadable.class);
    }

    private static ObjectNode event(String key, String value) {
        ObjectNode event = examples().iterator().next().deepCopy();
        try {
            return event.set(key, Json.tree(value));
        } catch (IOException notJson) {
            throw new IllegalArgumentException(value, notJson);
        }
    }
}
