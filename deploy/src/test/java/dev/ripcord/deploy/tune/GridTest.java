package dev.ripcord.deploy.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final Definition WITH_TWO = definition("""
            times:  { default: 3, minimum: 2, maximum: 9, description: calls }
            strict: { default: false, description: whether }
            note:   { default: "x", description: a text }
            """);

    @Test
    void everyCombinationIsTriedAndTheDefaultsAreOneOfThem() {
        var grid = Grid.of(WITH_TWO, List.of(), 200, 1);

        assertThat(grid.levels().keySet()).containsExactly("times", "strict");
        assertThat(grid.settings()).hasSize(16);
        assertThat(grid.defaultSetting().written()).isEqualTo(Map.of("times", 3L, "strict", false));
    }

    @Test
    void whereThereAreTooManyTheyAreDrawnFromASeed() {
        var drawn = Grid.of(WITH_TWO, List.of(), 5, 7);

        assertThat(drawn.settings()).hasSize(5).anyMatch(Setting::isDefault).doesNotHaveDuplicates();
        assertThat(Grid.of(WITH_TWO, List.of(), 5, 7).settings()).isEqualTo(drawn.settings());
    }

    @Test
    void onlyTheParametersAskedForAreTurned() {
        assertThat(Grid.of(WITH_TWO, List.of("strict"), 200, 1).settings()).hasSize(2);
    }

    @Test
    void namesThatCannotBeTurnedAreRefusedAllAtOnce() {
        assertThatThrownBy(() -> Grid.of(WITH_TWO, List.of("note", "tmes"), 200, 1))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reasons())
                                .containsExactly(
                                        "unknown parameter 'tmes'; did you mean 'times'?",
                                        "parameter note cannot be swept; it needs a minimum and a maximum in the"
                                                + " pattern file"));
    }

    /** A sequence of 3,000 steps is more than a definition may ask for. */
    @Test
    void whatTheDefinitionCannotRunWithIsLeftOutAndCounted() {
        var text = definition("times: { default: 3, minimum: 2, maximum: 1000, description: calls }")
                .source()
                .stripTrailing()
                .concat("""

                            times: params.times
                          - { name: more, where: event.type == 'message', times: params.times }
                          - { name: most, where: event.type == 'routing', times: params.times }
                        within: 10m
                        """);

        var grid = Grid.of(read(text), List.of(), 200, 1);

        assertThat(grid.impossible()).isPositive();
        assertThat(grid.settings())
                .isNotEmpty()
                .allSatisfy(setting ->
                        assertThat((long) setting.values().get("times")).isLessThanOrEqualTo(666));
    }

    @Test
    void aVariantIsTheSameTextUnderAnotherName() {
        var quoted = read(
                WITH_TWO.source().replace("id: again", "title: é\nid: 'again'").replace("title: A\n", ""));

        var variant = VariantText.named(quoted, "setting-7");

        assertThat(variant.key()).startsWith("setting-7@");
        assertThat(variant.source()).isEqualTo(quoted.source().replace("'again'", "'setting-7'"));
    }

    private static Definition definition(String parameters) {
        return read("""
                id: again
                version: 1
                title: A
                why: A test.
                action: halt
                severity: critical
                message: again
                parameters:
                %ssequence:
                  - name: again
                    where: event.type == 'tool_invocation'
                """.formatted(parameters.indent(2)));
    }

    private static Definition read(String text) {
        var reading = DefinitionReader.read("again.yaml", text);
        assertThat(reading.problems()).isEmpty();
        return reading.definitions().get(0);
    }
}
