package dev.ripcord.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final List<String> KEYS = List.of("within", "where", "tool", "times");

    @Test
    void aNearWordIsSuggested() {
        assertThat(Suggestion.nearest("withn", KEYS)).contains("within");
        assertThat(Suggestion.nearest("tol", KEYS)).contains("tool");
        assertThat(Suggestion.nearest("time", KEYS)).contains("times");
        assertThat(Suggestion.hint("wher", KEYS, "known are")).isEqualTo("; did you mean 'where'?");
    }

    @Test
    void aFarOneIsAnsweredWithWhatThereIs() {
        assertThat(Suggestion.nearest("cooldown", KEYS)).isEmpty();
        assertThat(Suggestion.hint("cooldown", KEYS, "known are")).isEqualTo("; known are times, tool, where, within");
        assertThat(Suggestion.hint("cooldown", List.of(), "known are")).isEmpty();
        assertThat(Suggestion.nearest("w".repeat(5000), KEYS)).isEmpty();
    }
}
