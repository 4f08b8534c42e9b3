package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionHashTest {
    private static final String SOUND =
            PatternText.definition(PatternText.SOUND).hash();

    static Stream<String> layouts() {
        return Stream.of(
                "# a comment\n" + PatternText.SOUND,
                PatternText.SOUND.replace("\n", "\r\n"),
                PatternText.with("id: stuck-call\nversion: 3\n", "version: 3\nid: 'stuck-call'\n"),
                PatternText.with(
                        ">\n  A retry that changes nothing\n  will not end.",
                        "A retry that changes nothing will not end."),
                PatternText.with("times:  { default: 4, minimum: 2", "times:  { minimum: 2, default: 4"),
                PatternText.with(
                        "default: 10m, minimum: 10s, maximum: 24h", "default: 600s, minimum: 10000ms, maximum: 1d"),
                PatternText.with("default: 0.5", "default: 0.50"),
                PatternText.with("times: params.times", "times: params.times..params.times"),
                PatternText.with("agent: invoice-*", "agent: [invoice-*]"),
                PatternText.with("rearm: 5m", "rearm: 5m\nscope: session\nescalation: none\nblast_radius: capped"),
                PatternText.with(
                        "  - name: first", "  - name: first\n    times: 1\n    optional: false\n    not: false"),
                PatternText.with(
                        "where: event.type == 'tool_invocation'",
                        "where: >-\n      event.type ==\n      'tool_invocation'"));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void layoutAndDefaultsWrittenOutDoNotCount(String yaml) {
        assertThat(PatternText.definition(yaml).hash()).isEqualTo(SOUND);
    }

    static Stream<String> meanings() {
        return Stream.of(
                PatternText.with("version: 3", "version: 4"),
                PatternText.with("will not end", "will never end"),
                PatternText.with("action: halt", "action: warn"),
                PatternText.with("default: 4", "default: 5"),
                PatternText.with("default: 0.5", "default: 1"),
                PatternText.with("maximum: 50, ", ""),
                PatternText.with("rearm: 5m\n", ""),
                PatternText.with("outcome.count >= 2", "outcome.count >= 3"),
                PatternText.with("times: params.times", "times: params.times.."),
                PatternText.with("agent: invoice-*", "tool: invoice-*"),
                PatternText.with("rearm: 5m", "rearm: 5m\nescalation: parent"),
                PatternText.with("rearm: 5m", "rearm: 5m\nblast_radius: exempt"),
                PatternText.with("times: params.times", "times: params.times\n    within: 30s"),
                PatternText.with("tenant: acme", "tenant: acme2"));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void everythingThatADefinitionSaysCounts(String yaml) {
        assertThat(PatternText.definition(yaml).hash()).isNotEqualTo(SOUND);
    }

    @Test
    void theDefaultOfRearmIsTenMinutesWrittenOrNot() {
        assertThat(PatternText.definition(PatternText.with("rearm: 5m\n", "")).hash())
                .isEqualTo(PatternText.definition(PatternText.with("rearm: 5m", "rearm: 10m"))
                        .hash());
    }

    @Test
    void aPublishedDefinitionReadsBackAsItself() {
        String file = "---\n# one\n" + PatternText.SOUND + "---\n" + PatternText.with("stuck-call", "other-call");
        Reading reading = DefinitionReader.read("two.yaml", file);
        assertThat(reading.definitions()).hasSize(2);

        for (Definition definition : reading.definitions()) {
            PublishedDefinition published = PublishedDefinition.of(definition, "tester");
            assertThat(DefinitionReader.read(published.key(), published.yaml()).definitions())
                    .isEqualTo(List.of(definition));
        }
    }

    /** Hashes stand in topics and signals for years: a change of the canonical form would orphan them. */
    @Test
    void hashesDoNotChangeBetweenVersionsOfRipcord() {
        assertThat(SOUND).isEqualTo("d0871bb5ac90cb8a");
    }
}
