package dev.ripcord.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainValuesTest {
    static Iterable<Object[]> plainForms() {
        return Arrays.asList(new Object[][] {
            {4, 4L},
            {(short) 4, 4L},
            {Long.MIN_VALUE, Long.MIN_VALUE},
            {2.5, new BigDecimal("2.5")},
            {0.1, new BigDecimal("0.1")},
            {0.1f, new BigDecimal("0.100000001490116")},
            {22.0 / 3, new BigDecimal("7.33333333333333")},
            {100.0, 100L},
            {-0.0, 0L},
            {1e300, new BigDecimal("1E+300")},
            {Double.POSITIVE_INFINITY, "Infinity"},
            {Double.NaN, "NaN"},
            {new BigDecimal("0.830"), new BigDecimal("0.83")},
            {new BigDecimal("12.00"), 12L},
            {new BigDecimal("1e999999999"), new BigDecimal("1e999999999")},
            {Duration.ofMinutes(10), "10m"},
            {true, true},
            {"text", "text"},
        });
    }

    @ParameterizedTest
    @MethodSource("plainForms")
    void aValueHasOneFormAndKeepsItThroughJson(Object value, Object plain) throws IOException {
        Map<String, Object> once = PlainValues.of(Map.of("it", value));

        assertThat(once).containsExactly(Map.entry("it", plain));
        assertThat(PlainValues.of(readBack(once))).isEqualTo(once);
    }

    private static Map<String, Object> readBack(Map<String, Object> values) throws IOException {
        return Json.MAPPER.readValue(Json.bytes(values), new TypeReference<>() {});
    }

    @Test
    void namesAreSortedSoThatTheBytesAreTheSameEverywhere() {
        Map<String, Object> values = new HashMap<>();
        for (String name : "loop.repeats call.count cost.session outcome.span a b c d e".split(" ")) {
            values.put(name, 1);
        }
        assertThat(List.copyOf(PlainValues.of(values).keySet())).isSorted();
    }

    @Test
    void whatIsNullIsLeftOut() {
        Map<String, Object> values = new HashMap<>();
        values.put("it", null);
        assertThat(PlainValues.of(values)).isEmpty();
        assertThat(PlainValues.of(null)).isEmpty();
    }

    @Test
    void theValuesCannotBeChangedAfterwards() {
        Map<String, Object> source = new HashMap<>(Map.of("it", 1));
        Map<String, Object> values = PlainValues.of(source);
        source.put("it", 2);

        assertThat(values).containsEntry("it", 1L);
        assertThatThrownBy(() -> values.put("it", 3)).isInstanceOf(UnsupportedOperationException.class);
    }
}
