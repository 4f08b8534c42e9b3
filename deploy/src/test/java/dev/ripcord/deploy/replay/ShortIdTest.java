package dev.ripcord.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortIdTest {
    @Test
    void anIdIsShownByItsBeginningAndAShortOneWhole() {
        assertThat(EntryLines.shortId("0123456789abcdef")).isEqualTo("01234567");
        assertThat(EntryLines.shortId("s-1")).isEqualTo("s-1");
        assertThat(EntryLines.shortId("\u001b[2J")).isEqualTo("?[2J");
    }
}
