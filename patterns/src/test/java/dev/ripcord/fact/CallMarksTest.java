package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallMarksTest {
    @Test
    void letterCaseAndTheOrderOfKeysDoNotCount() {
        assertThat(marks("{\"path\": \"src/Main.java\", \"line\": 7}"))
                .isEqualTo(marks("{\"line\": 7, \"path\": \"SRC/main.java\"}"));
    }

    @Test
    void volatileFieldsDoNotCount() {
        assertThat(marks("{\"path\": \"a\", \"request_id\": \"r-1\"}")).isEqualTo(marks("{\"path\": \"a\"}"));
    }

    @Test
    void aNumberChangedInALongTextIsNearlyTheSame() {
        String fix =
                "{\"file\": \"NumberUtils.java\", \"line\": 452, \"text\": \"if (text.length() == %d) return null;\"}";

        assertThat(tenths(fix.formatted(1), fix.formatted(2))).isBetween(6, 9);
    }

    @Test
    void theItemsOfABatchAreOthers() {
        assertThat(tenths("{\"file\": \"f3\"}", "{\"file\": \"f4\"}")).isEqualTo(3);
        assertThat(tenths("{\"query\": \"refund policy\"}", "{\"query\": \"opening hours\"}"))
                .isLessThan(6);
    }

    @Test
    void anotherToolIsAnotherCall() throws IOException {
        JsonNode arguments = Json.tree("{\"file\": \"f3\"}");
        Marks read = CallMarks.of("read", arguments, Set.of());
        Marks write = CallMarks.of("write", arguments, Set.of());

        assertThat(MarksTest.tenths(read, write, 0)).isEqualTo(3);
    }

    @Test
    void withoutWordsTheToolIsTheCall() throws IOException {
        assertThat(marks("{}")).isEqualTo(marks("{\"--\": null}")).isNotEqualTo(Marks.NONE);
    }

    @Test
    void aHugeArgumentIsKnownByHowItBegins() {
        String begin = "word ".repeat(200);

        assertThat(marks("{\"text\": \"" + begin + "one end\"}"))
                .isEqualTo(marks("{\"text\": \"" + begin + "other\"}"));
    }

    private static int tenths(String one, String other) {
        return MarksTest.tenths(marks(one), marks(other), 0);
    }

    private static Marks marks(String arguments) {
        try {
            return CallMarks.of("tool", Json.tree(arguments), Set.of("request_id"));
        } catch (IOException notJson) {
            throw new IllegalArgumentException(arguments, notJson);
        }
    }
}
