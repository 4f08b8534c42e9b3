package dev.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that is read in one pass, values that nobody asks for passed over, says what its whole tree says. */
class OnePassTest {
    private static final int ROUNDS = 5_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aPayloadSaysWhatItsTreeSays(long seed) {
        DrawnRecord drawn = new DrawnRecord(new Random(seed));
        int readable = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] record = drawn.bytes();
            String place = "seed " + seed + ", round " + round + ": " + new String(record, StandardCharsets.UTF_8);
            if (EventDecoder.decode(record) instanceof Decoded.Readable event) {
                readable++;
                Payload plain = new Payload((ObjectNode) tree(record, place).get("payload"));
                assertSame(event.event().payload(), plain, place);
                assertSame(Payload.in(Arrays.copyOf(record, record.length + 3), record.length), plain, place);
            }
        }
        assertThat(readable).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void whatIsRefusedForItsJsonIsWhatHasNoTreeAndAtTheSamePlace(long seed) {
        DrawnRecord drawn = new DrawnRecord(new Random(seed));
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] record = drawn.bytes();
            String place = "seed " + seed + ", round " + round + ": " + new String(record, StandardCharsets.UTF_8);
            String found = record.length == 0 ? "" : placeOfError(record);
            String reason = EventDecoder.decode(record) instanceof Decoded.Unreadable none ? none.reason() : "";
            refused += found.isEmpty() ? 0 : 1;
            assertThat(reason.startsWith("not JSON") ? reason : "").as(place).endsWith(found);
            assertThat(found.isEmpty() && reason.startsWith("not JSON"))
                    .as(place)
                    .isFalse();
        }
        assertThat(refused).isGreaterThan(ROUNDS / 20);
    }

    @Test
    void ofAPayloadThatIsThereTwiceTheLastOneCounts() {
        String event = "{\"event_type\":\"x\",\"session_id\":\"s\",\"agent_id\":\"a\",\"timestamp\":1,";
        byte[] record = (event + "\"payload\":{\"status\":\"ok\",\"error\":1},\"payload\":{\"status\":\"no\"}}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(ValidEvent.read(record).payload().text("status")).contains("no");
        assertThat(ValidEvent.read(record).payload().has("error")).isFalse();
        assertThat(ValidEvent.refusal(event + "\"payload\":{},\"payload\":7}"))
                .isEqualTo("payload is 7; it must be an object");
    }

    @Test
    void anAbsurdNumberIsRefusedWhereNobodyAsksForIt() {
        assertThat(ValidEvent.refusal(ValidEvent.with("mood", "[{\"deep\":1e99999999999}]")))
                .isEqualTo("beyond the limits: a number whose exponent is above 2147483647");
    }

    @Test
    void aThreadReadsOnAfterARecordThatWasNone() {
        for (String none : List.of("{\"a\":[[\"b", "{} {}", "{\"a\":1e99999999999,", "[".repeat(300))) {
            assertThat(ValidEvent.refusal(none)).isNotBlank();
            assertThat(ValidEvent.read(ValidEvent.INVOICE_VALIDATOR.getBytes(StandardCharsets.UTF_8))
                            .agent())
                    .isEqualTo("invoice-validator");
        }
    }

    private static void assertSame(Payload read, Payload plain, String place) {
        for (String key : DrawnRecord.PAYLOAD_KEYS) {
            assertThat(read.has(key)).as(place).isEqualTo(plain.has(key));
            assertThat(read.value(key)).as(place).isEqualTo(plain.value(key));
            assertThat(read.text(key)).as(place).isEqualTo(plain.text(key));
            assertThat(read.count(key)).as(place).isEqualTo(plain.count(key));
            assertThat(read.nanoDollars(key)).as(place).isEqualTo(plain.nanoDollars(key));
            assertThat(read.hasUnreadable(key)).as(place).isEqualTo(plain.hasUnreadable(key));
        }
        assertThat(read).as(place).isEqualTo(plain);
        assertThat(read).as(place).hasToString(plain.toString());
    }

    private static JsonNode tree(byte[] record, String place) {
        try {
            return Json.MAPPER.reader().readTree(record);
        } catch (IOException notJson) {
            throw new UncheckedIOException(place, notJson);
        }
    }

    /** @return where Jackson finds that the record is no JSON; empty where it is, or is beyond the limits */
    private static String placeOfError(byte[] record) {
        try {
            Json.MAPPER.reader().readTree(record);
            return "";
        } catch (JsonParseException notJson) {
            JsonLocation at = notJson.getLocation();
            return " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        } catch (JsonProcessingException | NumberFormatException beyondLimits) {
            return "";
        } catch (IOException unforeseen) {
            throw new UncheckedIOException(unforeseen);
        }
    }
}
