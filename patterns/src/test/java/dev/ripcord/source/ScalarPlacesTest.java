package dev.ripcord.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarPlacesTest {
    /** One text in every spelling that YAML has. The tilde is the character to be found again. */
    static Stream<String> spellings() {
        return Stream.of(
                "where: a == 'b' && ~tol > 2\n",
                "where: a == 'b'\n  &&   ~tol > 2\n",
                "where: 'a == ''b'' && ~tol > 2'\n",
                "where: 'a == ''b''\n\n    && ~tol > 2'\n",
                "where: \"a == 'b' && ~tol > 2\"\n",
                "where: \"a == \\x27b\\u0027\\t&&\\x20\\\n    \\ ~tol > 2\"\n",
                "where: \"\\\"é\\\" == 'b' && ~tol > 2\"\n",
                "where: >\n  a == 'b'\n\n  && ~tol > 2\n",
                "where: >-   # folded\n     a == 'b'\n       && ~tol > 2\n",
                "where: |\n  a == 'b'\n    && ~tol > 2\n",
                "where: |2-\n   a == 'b'\n\n  && ~tol > 2",
                "where: |\r\n  a == 'b'\r\n    && ~tol > 2\r\n",
                "where: &clause !!str >\n  a == 'b' && ~tol > 2\n",
                "where: &clause 'a && ~tol'\n",
                "{ where: a == 'b' && ~tol, other: 1 }\n",
                "# 𝄞\nwhere: x == '𝄞' && ~tol\n");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void aCharacterOfATextIsFoundInEverySpelling(String yaml) {
        Located where = parsed(yaml).get("where").orElseThrow();
        String text = where.json().textValue();

        Place place = where.inText().apply(placeIn(text, text.indexOf('~')));

        assertThat(place).isEqualTo(placeIn(yaml, yaml.indexOf('~')));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void aPlaceBehindATextIsItsEnd(String yaml) {
        Located where = parsed(yaml).get("where").orElseThrow();
        String text = where.json().textValue().stripTrailing();

        Place end = where.inText().apply(placeIn(text, text.length()));
        Place beyond = where.inText().apply(new Place(99, 99));

        Place last = where.inText().apply(placeIn(text, text.length() - 1));
        assertThat(end).isEqualTo(new Place(last.line(), last.column() + 1));
        assertThat(beyond).isEqualTo(end);
    }

    private static Located parsed(String yaml) {
        return YamlDocument.split(yaml).get(0).parse().root().orElseThrow();
    }

    private static Place placeIn(String text, int index) {
        return SourceText.place(text, index);
    }
}
