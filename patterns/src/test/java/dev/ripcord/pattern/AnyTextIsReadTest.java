package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.json.Json;
import dev.ripcord.source.YamlDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Definitions arrive by topic and by hand: whatever they are, they are read or refused, never thrown at. */
class AnyTextIsReadTest {
    private static final String RICH = PatternText.with(
            "times: params.times",
            "times: 2..params.times\n    greedy: true\n    same: [event.tool]\n    between: strict\n"
                    + "  - { name: no, where: 'event.type == \"message\"', not: true }\n"
                    + "  - { name: round, times: 3.., group: [{ name: plan }, { name: act, optional: true }] }");
    private static final String SHARP = "\n\t :-[]{}&*!|>'\"%@`#,?0.~\u0000\ud83d\u2028";
    private static final List<String> ODD = List.of(
            "null",
            "[]",
            "{}",
            "5",
            "-1",
            "0.5",
            "1e300",
            "true",
            "\"\"",
            "\" \"",
            "\"params.x\"",
            "\"a..b\"",
            "[[]]",
            "{\"\":{\"0\":1}}",
            "\"10m\"");

    static Stream<Arguments> texts() {
        return Stream.of(arguments(RICH, 50), arguments(ToolsText.SOUND, 20));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anyValueInAnyPlaceIsReadOrRefused(String text, int leastPlaces) throws IOException {
        JsonNode sound =
                YamlDocument.split(text).get(0).parse().root().orElseThrow().json();
        assertThat(DefinitionReader.read("sound", sound.toString()).problems()).isEmpty();
        List<JsonPointer> places = new ArrayList<>();
        collect(JsonPointer.empty(), sound, places);
        assertThat(places).hasSizeGreaterThan(leastPlaces);

        for (JsonPointer place : places) {
            for (String odd : ODD) {
                readOrRefused(replaced(sound, place, Json.tree(odd)));
            }
        }
    }

    @Test
    void anyTextIsReadOrRefused() {
        long seed = 20260101;
        var random = new Random(seed);
        for (int round = 0; round < 1500; round++) {
            var text = new StringBuilder(RICH);
            for (int edit = random.nextInt(4); edit >= 0; edit--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, SHARP.charAt(random.nextInt(SHARP.length())));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(80))));
                }
            }
            readOrRefused(text.toString());
        }
    }

    private static void readOrRefused(String text) {
        Reading reading = DefinitionReader.read("any", text);

        assertThat(reading.documents().size() + reading.problems().size())
                .as(text)
                .isPositive();
        long lines = text.split("\\R", -1).length;
        assertThat(reading.problems()).as(text).allSatisfy(problem -> {
            assertThat(problem.line()).isBetween(1, (int) lines);
            assertThat(problem.column()).isPositive();
            assertThat(problem.message()).isNotBlank().doesNotContain("null,");
        });
    }

    private static String replaced(JsonNode root, JsonPointer place, JsonNode value) {
        if (place.matches()) {
            return value.toString();
        }
        JsonNode copy = root.deepCopy();
        JsonNode parent = copy.at(place.head());
        String key = place.last().getMatchingProperty();
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(key), value);
        } else {
            ((ObjectNode) parent).set(key, value);
        }
        return copy.toString();
    }

    private static void collect(JsonPointer at, JsonNode value, List<JsonPointer> places) {
        places.add(at);
        if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                collect(at.appendIndex(index), value.get(index), places);
            }
        }
        value.properties().forEach(entry -> collect(at.appendProperty(entry.getKey()), entry.getValue(), places));
    }
}
