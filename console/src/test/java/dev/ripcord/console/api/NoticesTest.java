package dev.ripcord.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private static List<String> sentences(int number) {
        return IntStream.range(0, number)
                .mapToObj(file -> file + " is left out")
                .toList();
    }

    @Test
    void asManyAsSomebodyReadsAreGivenAndTheOthersAreCounted() {
        assertThat(Notices.of(sentences(20))).isEqualTo(sentences(20));
        assertThat(Notices.of(sentences(365))).hasSize(21).endsWith("19 is left out", "345 more");
    }
}
