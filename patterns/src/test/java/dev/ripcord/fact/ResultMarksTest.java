package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultMarksTest {
    private static final String TEXT = """
            Tests run: 12, failures: 1
            --------------------------
            parseNumber: expected 7 but was 8
            parseEmpty: expected an exception but nothing was thrown
            """;

    @Test
    void spaceAroundLinesTheirOrderAndRulesDoNotCount() {
        String same = """
                parseEmpty: expected an exception but nothing was thrown

                   parseNumber: expected 7 but was 8
                Tests run: 12, failures: 1   \t
                """;

        assertThat(marks(TEXT)).isEqualTo(marks(same));
        assertThat(marks(TEXT).size()).isEqualTo(3);
    }

    @Test
    void anotherLineShows() {
        SeenLines seen = new SeenLines();
        seen.haveAll(marks(TEXT));

        assertThat(seen.haveAll(marks(TEXT.replace("was 8", "was 9")))).isFalse();
        assertThat(seen.haveAll(marks(TEXT))).isTrue();
        assertThat(seen.haveAll(marks(TEXT.replace("was 8", "was 9")))).isTrue();
    }

    @Test
    void aShortResultSaysTooLittle() {
        assertThat(marks("moved 1 file to the archive")).isEqualTo(Marks.NONE);
        assertThat(ResultMarks.of(IntNode.valueOf(7))).isEqualTo(Marks.NONE);
        assertThat(marks("")).isEqualTo(Marks.NONE);
    }

    @Test
    void theValuesOfAnObjectAreItsLines() throws IOException {
        String object =
                "{\"order\": {\"state\": \"pending review by the second line of support\", \"items\": [\"one blue"
                        + " keyboard\", \"two thermostats\"], \"total\": %d, \"paid\": true}}";
        SeenLines seen = new SeenLines();
        seen.haveAll(ResultMarks.of(Json.tree(object.formatted(7))));

        assertThat(seen.haveAll(ResultMarks.of(Json.tree(object.formatted(7))))).isTrue();
        assertThat(seen.haveAll(ResultMarks.of(Json.tree(object.formatted(8))))).isFalse();
    }

    @Test
    void aLongResultIsSampled() {
        String lines =
                IntStream.range(0, 5_000).mapToObj(line -> "line " + line).collect(Collectors.joining("\n"));

        assertThat(marks(lines).size()).isEqualTo(ResultMarks.MAXIMUM);
    }

    private static Marks marks(String text) {
        return ResultMarks.of(TextNode.valueOf(text));
    }
}
