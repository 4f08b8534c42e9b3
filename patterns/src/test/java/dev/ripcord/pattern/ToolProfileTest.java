package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.StepRole;
import dev.ripcord.fact.ToolReading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ToolProfileTest {
    private static final ToolProfile SOUND = ToolsText.profile(ToolsText.SOUND);

    @Test
    void aProfileIsReadAsItIsWritten() {
        assertThat(SOUND.key()).isEqualTo("billing-tools@" + SOUND.hash());
        assertThat(SOUND.hash()).matches("[0-9a-f]{16}");
        assertThat(SOUND.version()).isEqualTo(2);
        assertThat(SOUND.title()).isEqualTo("The tools of the billing agents");
        assertThat(SOUND.appliesTo()).isEqualTo(new Selector(List.of("acme"), List.of("invoice-*"), List.of()));
        assertThat(SOUND.rows()).hasSize(3);
        assertThat(SOUND.rows().get(0))
                .isEqualTo(new ToolRow(
                        List.of("check_job", "poll_*"),
                        Optional.of(ToolRole.WAITS),
                        List.of(),
                        "They ask how a job is getting on."));
        assertThat(SOUND.source()).isEqualTo(ToolsText.SOUND);
    }

    @Test
    void itStandsBesidePatternsInOneFile() {
        Reading reading = DefinitionReader.read("both.yaml", PatternText.SOUND + "---\n" + ToolsText.SOUND);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.documents()).extracting(Document::id).containsExactly("stuck-call", "billing-tools");
        assertThat(reading.definitions()).extracting(Document::id).containsExactly("stuck-call");
        assertThat(Document.toolProfiles(reading.documents())).containsExactly(SOUND);
    }

    @Test
    void itsTextGoesOnTheTopicAndComesBackTheSame() {
        Reading reading = DefinitionReader.read("both.yaml", PatternText.SOUND + "---\n" + ToolsText.SOUND);
        PublishedDefinition published =
                PublishedDefinition.of(reading.documents().get(1), "tester");

        assertThat(DefinitionReader.read(published.key(), published.yaml()).documents())
                .extracting(Document::key)
                .containsExactly(published.key());
    }

    @Test
    void aToolIsReadByTheNearestRow() {
        String more = "  - { tool: '*', volatile: nonce_of_ours, why: Our gateway adds it. }\n"
                + "  - { tool: poll_once, role: acts, why: It does not wait. }\n";
        ToolProfile profile = ToolsText.profile(ToolsText.with("  - tool: heartbeat", more + "  - tool: heartbeat"));

        assertThat(profile.of("check_job")).isEqualTo(new ToolReading(StepRole.PASSES, Set.of()));
        assertThat(profile.of("poll_any")).isEqualTo(new ToolReading(StepRole.PASSES, Set.of()));
        assertThat(profile.of("poll_once")).isEqualTo(new ToolReading(StepRole.ACTS, Set.of()));
        assertThat(profile.of("heartbeat")).isEqualTo(new ToolReading(StepRole.COMMUNICATES, Set.of()));
        assertThat(profile.of("search")).isEqualTo(new ToolReading(null, Set.of("session_token", "page_token")));
        assertThat(profile.of("other")).isEqualTo(new ToolReading(null, Set.of("nonce_of_ours")));
        assertThat(SOUND.of("other")).isEqualTo(ToolReading.USUAL);
    }

    static Stream<String> layouts() {
        return Stream.of(
                "# a comment\n" + ToolsText.SOUND,
                ToolsText.with("tenant: acme", "tenant: [acme]"),
                ToolsText.with("[check_job, \"poll_*\"]", "[poll_*, check_job]"),
                ToolsText.with("[session_token, page_token]", "[page_token, session_token]"),
                ToolsText.with("kind: tools\nid: billing-tools\n", "id: billing-tools\nkind: tools\n"));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void layoutDoesNotCountInTheHash(String yaml) {
        assertThat(ToolsText.profile(yaml).hash()).isEqualTo(SOUND.hash());
    }

    static Stream<String> meanings() {
        return Stream.of(
                ToolsText.with("version: 2", "version: 3"),
                ToolsText.with("tenant: acme", "tenant: other"),
                ToolsText.with("role: waits", "role: acts"),
                ToolsText.with("check_job, ", ""),
                ToolsText.with(", page_token", ""),
                ToolsText.with("A token of each", "Another token of each"));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void everythingThatItSaysDoes(String yaml) {
        assertThat(ToolsText.profile(yaml).hash()).isNotEqualTo(SOUND.hash());
    }
}
