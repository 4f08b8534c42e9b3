package dev.ripcord.event;

import static dev.ripcord.event.ValidEvent.refusal;
import static dev.ripcord.event.ValidEvent.with;
import static dev.ripcord.event.ValidEvent.withPayload;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no event is refused with a reason that names the place, what was found and what would be right. */
class EventRefusalTest {
    @Test
    void allReasonsAreGivenAtOnce() {
        Decoded decoded = EventDecoder.decode("""
                {"event_type": " ", "agent_id": [1], "timestamp": "yesterday", "payload": "text", "trace_id": {},
                 "sequence": 1.5}
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(((Decoded.Unreadable) decoded).reasons())
                .containsExactly(
                        "event_type is \" \"; it must be a string that is not blank",
                        "session_id is missing; it must be a string",
                        "agent_id is [1]; it must be a string",
                        "timestamp is \"yesterday\"; it must be " + Timestamps.EXPECTED,
                        "payload is \"text\"; it must be an object",
                        "sequence is 1.5; it must be a whole number",
                        "trace_id is {}; it must be a string");
        assertThat(((Decoded.Unreadable) decoded).reason())
                .startsWith("event_type is \" \"; ")
                .contains("; trace_id");
    }

    @Test
    void nothingIsNoEvent() {
        assertThat(refusal((byte[]) null)).isEqualTo("the record is empty; it must be one JSON object");
        assertThat(refusal("")).isEqualTo("the record is empty; it must be one JSON object");
        assertThat(refusal(" \n ")).isEqualTo("the record is blank; it must be one JSON object");
        assertThat(refusal("\uFEFF")).startsWith("not JSON: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"null|null", "true|true", "12|12", "[{}]|[{}]", "\"text\"|\"text\""})
    void jsonThatIsNoObjectIsNoEvent(String record, String found) {
        assertThat(refusal(record)).isEqualTo("the record is " + found + "; it must be one JSON object");
    }

    @Test
    void whatIsFoundIsQuotedInBrief() {
        assertThat(refusal("[" + "7,".repeat(1_000) + "7]"))
                .isEqualTo("the record is [7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7...; it must be one JSON object");
        assertThat(refusal("secret".repeat(1_000))).hasSizeLessThan(200).startsWith("not JSON: Unrecognized token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain text|not JSON: Unrecognized token 'plain'",
                "{\"event_type\":|not JSON: Unexpected end-of-input",
                "{\"event_type\": 'message'}|not JSON: Unexpected character (''' (code 39))",
                "{\"event_type\": NaN}|not JSON: Non-standard token 'NaN' at line 1, column 19",
            })
    void whatIsNotJsonIsRefusedWithThePlace(String record, String reason) {
        assertThat(refusal(record)).startsWith(reason).contains(" at line 1, column ");
        assertThat(refusal(record)).doesNotContain("Feature").doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "x", "]", ","})
    void moreBehindTheObjectIsRefused(String garbage) {
        assertThat(refusal(ValidEvent.INVOICE_VALIDATOR + garbage))
                .matches("more follows the first JSON value; the record must be one JSON object|not JSON: .*");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirPlace() {
        assertThat(refusal(bytes("{\"a\":\"", 0xff))).isEqualTo("not UTF-8: byte 0xff at offset 6");
        assertThat(refusal(bytes("{\"a\":\"", 0xc0, 0x80))).isEqualTo("not UTF-8: byte 0xc0 at offset 6");
        assertThat(refusal(bytes("{\"a\":\"", 0xed, 0xa0, 0x80))).isEqualTo("not UTF-8: byte 0xed at offset 6");
        assertThat(refusal(bytes("x".repeat(20_000) + "é", 0xf5))).isEqualTo("not UTF-8: byte 0xf5 at offset 20002");
        assertThat(refusal(bytes("é{", 0xc3))).isEqualTo("not UTF-8: byte 0xc3 at offset 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void widerEncodingsAreRefused(String encoding) {
        assertThat(refusal(ValidEvent.INVOICE_VALIDATOR.getBytes(Charset.forName(encoding))))
                .startsWith("not UTF-8: byte 0x");
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 1_000, 100_000})
    void aPayloadThatIsTooDeepIsRefusedAndNotRecursedInto(int levels) {
        assertThat(refusal(withPayload("state", "[".repeat(levels) + "]".repeat(levels))))
                .isEqualTo("beyond the limits: Document nesting depth (201) exceeds the maximum allowed (200)");
        assertThat(refusal(withPayload("state", "{\"a\":".repeat(levels) + "1" + "}".repeat(levels))))
                .isEqualTo("beyond the limits: Document nesting depth (201) exceeds the maximum allowed (200)");
    }

    @Test
    void aNumberOfTooManyDigitsIsRefused() {
        assertThat(refusal(withPayload("tool_result", "9".repeat(1_001))))
                .isEqualTo("beyond the limits: Number value length (1001) exceeds the maximum allowed (1000)");
        assertThat(refusal(withPayload("tool_result", "9".repeat(5_000_000)))).startsWith("beyond the limits: Number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483648", "1e99999999999", "-1.5E-99999999999", "1e9999999999999999999999"})
    void aNumberOfAbsurdMagnitudeIsRefused(String number) {
        assertThat(refusal(withPayload("tool_result", "[" + number + "]")))
                .isEqualTo("beyond the limits: a number whose exponent is above 2147483647");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_type",
                "session_id",
                "agent_id",
                "tenant_id",
                "event_id",
                "parent_session_id",
                "root_session_id",
                "parent_agent_id",
                "trace_id",
                "span_id",
                "schema_version"
            })
    void everyIdIsHeldToTheSameRules(String key) {
        for (String wrong : List.of("true", "{}", "[\"x\"]")) {
            assertThat(refusal(with(key, wrong))).isEqualTo(key + " is " + wrong + "; it must be a string");
        }
        assertThat(refusal(with(key, '"' + "x".repeat(600) + '"')))
                .isEqualTo(key + " is 600 characters long; the most is 512");
        for (String half : List.of("\\ud83d", "\\ude42", "\\ude42\\ud83d", "a\\ud83db")) {
            assertThat(refusal(with(key, '"' + half + '"')))
                    .isEqualTo(key + " contains half a surrogate pair; it must be Unicode text");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"event_type", "session_id", "agent_id"})
    void whatEveryEventNeedsIsNotNullNorBlank(String key) {
        String missing = key + " is missing; it must be a string";
        assertThat(refusal(ValidEvent.without(key).toString())).isEqualTo(missing);
        assertThat(refusal(with(key, "null"))).isEqualTo(missing);
        assertThat(refusal(with(key, "\" \\t\"")))
                .isEqualTo(key + " is \" \\t\"; it must be a string that is not blank");
    }

    @Test
    void aPayloadIsAnObject() {
        assertThat(refusal(ValidEvent.without("payload").toString()))
                .isEqualTo("payload is missing; it must be an object");
        assertThat(refusal(with("payload", "null"))).isEqualTo("payload is missing; it must be an object");
        assertThat(refusal(with("payload", "[]"))).isEqualTo("payload is []; it must be an object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"true", "1.5", "\"seven\"", "9223372036854775808", "-9223372036854775809", "1e999999999", "{}"})
    void aSequenceIsAWholeNumber(String wrong) {
        assertThat(refusal(with("sequence", wrong))).startsWith("sequence is ").endsWith("; it must be a whole number");
    }

    private static byte[] bytes(String start, int... more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(start.getBytes(StandardCharsets.UTF_8));
        for (int one : more) {
            bytes.write(one);
        }
        return bytes.toByteArray();
    }
}
