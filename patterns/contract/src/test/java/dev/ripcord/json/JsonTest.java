package dev.ripcord.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Reading(String sensorId, BigDecimal value, Long count, List<String> notes) {}

    @Test
    void keysAreSnakeCaseAbsentValuesAreLeftOutAndEmptyListsStay() {
        assertThat(Json.text(new Reading("s", null, null, List.of()))).isEqualTo("{\"sensor_id\":\"s\",\"notes\":[]}");
    }

    @Test
    void decimalsAreExact() throws Exception {
        Reading reading = new Reading("s", new BigDecimal("0.1000000000000000055"), 1L, List.of());
        assertThat(Json.read(Json.bytes(reading), Reading.class)).isEqualTo(reading);
    }

    @Test
    void keysOfALaterVersionAreIgnored() throws Exception {
        assertThat(Json.read(utf8("{\"sensor_id\":\"s\",\"colour\":\"red\"}"), Reading.class)
                        .sensorId())
                .isEqualTo("s");
    }

    @Test
    void whatIsNotOneValueOfTheTypeIsRefused() {
        for (String wrong : List.of("", "{", "[]", "{} {}", "{\"notes\":7}")) {
            assertThatThrownBy(() -> Json.read(utf8(wrong), Reading.class))
                    .as(wrong)
                    .isInstanceOf(JsonProcessingException.class);
        }
        assertThatThrownBy(() -> Json.tree("1 2")).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void halfASurrogatePairIsWrittenAsAQuestionMarkAndNothingFails() {
        assertThat(new String(Json.bytes("a\ud83db 🙂"), StandardCharsets.UTF_8))
                .isEqualTo("\"a?b 🙂\"");
    }

    @Test
    void whatHasNoJsonFormIsAnErrorOfTheProgram() {
        assertThatThrownBy(() -> Json.bytes(new Object())).isInstanceOf(UncheckedIOException.class);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
