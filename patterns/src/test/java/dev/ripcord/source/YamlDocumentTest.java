package dev.ripcord.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlDocumentTest {
    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("no", "\"no\""),
                Arguments.of("on", "\"on\""),
                Arguments.of("true", "true"),
                Arguments.of("'true'", "\"true\""),
                Arguments.of("010", "10"),
                Arguments.of("+5", "5"),
                Arguments.of("0x10", "\"0x10\""),
                Arguments.of("1:30", "\"1:30\""),
                Arguments.of("1_000", "\"1_000\""),
                Arguments.of("2026-01-01", "\"2026-01-01\""),
                Arguments.of("2..5", "\"2..5\""),
                Arguments.of("10m", "\"10m\""),
                Arguments.of("0.5", "0.5"),
                Arguments.of(".5", "0.5"),
                Arguments.of("1e3", "1000.0"),
                Arguments.of(".inf", "\".inf\""),
                Arguments.of("!!str 5", "\"5\""),
                Arguments.of("~", "null"),
                Arguments.of("", "null"));
    }

    @ParameterizedTest
    @MethodSource("words")
    void aPlainWordMeansWhatTheCoreSchemaSays(String written, String json) {
        assertThat(root("value: " + written + "\n").children().get("value").json())
                .hasToString(json);
    }

    @Test
    void documentsAreSeparatedByThreeHyphensAndKeepTheirLines() {
        String text = "# a file\n---\na: 1\n---   # second\n\nb: |\n  ---\n  text\n...\n--- {c: 3}\n---\n# nothing\n";

        List<YamlDocument> documents = YamlDocument.split(text);

        assertThat(documents)
                .containsExactly(
                        new YamlDocument("a: 1\n", 3),
                        new YamlDocument("\nb: |\n  ---\n  text\n", 5),
                        new YamlDocument("--- {c: 3}\n", 10));
        assertThat(documents.get(1).parse().root().orElseThrow().keyPlace("b")).isEqualTo(new Place(6, 1));
        assertThat(documents.get(2).parse().root().orElseThrow().keyPlace("c")).isEqualTo(new Place(10, 6));
    }

    @Test
    void anAliasStandsForItsAnchorsValue() {
        Located root = root("first: &names [a, b]\nsecond: *names\n");

        assertThat(root.json()).hasToString("{\"first\":[\"a\",\"b\"],\"second\":[\"a\",\"b\"]}");
        assertThat(root.get("second").orElseThrow().keyPlace()).isEqualTo(new Place(2, 1));
        assertThat(root.get("second").orElseThrow().place()).isEqualTo(new Place(1, 8));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a: 1\nb: 2\na: 3\n", "3:1 key 'a' is already given in line 1"),
                Arguments.of("a:\n\tb: 1\n", "2:1 a tab stands where YAML wants blanks; indent with blanks"),
                Arguments.of("a: b: c\n", "1:5 not YAML: a second ':' in one line; indent the key, or quote the text"),
                Arguments.of("a: *b\n", "1:4 not YAML: found undefined alias b"),
                Arguments.of(
                        "a: 'open\n", "2:1 not YAML: found unexpected end of stream while scanning a quoted scalar"),
                Arguments.of("? [a]\n: 1\n", "1:3 a list or a mapping cannot be a key; it must be a word"),
                Arguments.of("a: !own 5\n", "1:4 tag !own is not read here; remove it"),
                Arguments.of("a: !!set {b}\n", "1:4 tag tag:yaml.org,2002:set is not read here; remove it"),
                Arguments.of("a: !!java.net.URL [b]\n", "1:4 tags such as !!name are not read here; remove it"),
                Arguments.of("a: !!int five\n", "1:4 five is no whole number of 64 bits"),
                Arguments.of("a: 123456789012345678901\n", "1:4 123456789012345678901 is no whole number of 64 bits"),
                Arguments.of("a: 1e999\n", "1:4 1e999 is too large a number"),
                Arguments.of("a: 1\nb: x\u0007\n", "2:5 character U+0007 cannot stand in YAML; remove it"),
                Arguments.of("a: &a [*a]\n", "1:1 not YAML that is read here: an alias stands within its own anchor"),
                Arguments.of(
                        "a: " + "[".repeat(60) + "]".repeat(60) + "\n",
                        "1:1 not YAML that is read here: Nesting Depth exceeded max 50"),
                Arguments.of(chain(60), "1:1 not YAML that is read here: it is nested more than 50 deep"),
                Arguments.of(
                        bomb(20), "1:1 not YAML that is read here: its aliases expand to more than 100000 values"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoPlainYamlIsRefusedAtItsPlace(String yaml, String refusal) {
        assertThat(YamlDocument.split(yaml).get(0).parse().faults())
                .extracting(fault -> fault.place().line() + ":" + fault.place().column() + " " + fault.message())
                .containsExactly(refusal);
    }

    /** Each line holds the one before once: a little deeper with each. */
    private static String chain(int length) {
        var yaml = new StringBuilder("a0: &a0 [x]\n");
        for (int line = 1; line < length; line++) {
            yaml.append("a" + line + ": &a" + line + " [*a" + (line - 1) + "]\n");
        }
        return yaml.toString();
    }

    /** Each line holds the one before twice: a million values after twenty. */
    private static String bomb(int length) {
        var yaml = new StringBuilder("a0: &a0 [x, x]\n");
        for (int line = 1; line < length; line++) {
            yaml.append("a" + line + ": &a" + line + " [*a" + (line - 1) + ", *a" + (line - 1) + "]\n");
        }
        return yaml.toString();
    }

    private static Located root(String yaml) {
        YamlDocument.Parsed parsed = YamlDocument.split(yaml).get(0).parse();
        assertThat(parsed.faults()).isEmpty();
        return parsed.root().orElseThrow();
    }
}
