package dev.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
    @Test
    void aValueThatIsNullIsAbsent() {
        assertThat(payload("null").value("it")).isEmpty();
        assertThat(payload("null").text("it")).isEmpty();
        assertThat(payload("null").count("it")).isEmpty();
        assertThat(payload("null").hasUnreadable("it")).isFalse();
        assertThat(payload("1").value("other")).isEmpty();
        assertThat(payload("1").hasUnreadable("other")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'\"search\"',search", "7,7", "1.50,1.5", "true,true", "'\"\"',''"})
    void textIsAStringOrAScalarAsItIsWritten(String json, String text) {
        assertThat(payload(json).text("it")).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "[\"search\"]"})
    void whatHasPartsIsNoText(String json) {
        assertThat(payload(json).text("it")).isEmpty();
        assertThat(payload(json).value("it")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "7,7",
        "7.0,7",
        "271.4,271",
        "271.5,272",
        "7e2,700",
        "'\"7\"',7",
        "'\" 7 \"',7",
        "9007199254740992,9007199254740992"
    })
    void aCountIsAWholeNumberAndFractionsAreRounded(String json, long count) {
        assertThat(payload(json).count("it")).hasValue(count);
        assertThat(payload(json).hasUnreadable("it")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.1", "9007199254740993", "123456789012345678901234567890"})
    void aNumberThatCannotBeACountIsAbsent(String json) {
        assertThat(payload(json).count("it")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"seven\"", "\"\"", "true", "{}", "[7]", "\"NaN\"", "\"7 ms\"", "\"0x7\""})
    void whatIsNoNumberIsAbsentAndSaidToBeUnreadable(String json) {
        assertThat(payload(json).count("it")).isEmpty();
        assertThat(payload(json).nanoDollars("it")).isEmpty();
        assertThat(payload(json).hasUnreadable("it")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.02,20000000", "'\"0.02\"',20000000", "3e-6,3000", "1000000,1000000000000000"})
    void moneyIsANumberOrTextOfDollars(String json, long nanoDollars) {
        assertThat(payload(json).nanoDollars("it")).hasValue(nanoDollars);
    }

    private static Payload payload(String value) {
        try {
            return new Payload((ObjectNode) Json.tree("{\"it\":" + value + "}"));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
