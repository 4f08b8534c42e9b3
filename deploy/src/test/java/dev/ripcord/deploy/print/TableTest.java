package dev.ripcord.deploy.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestWordAndNumbersStandToTheRight() {
        var table = Table.of("pattern", "fired>", "title").row("a", 12, "x").row("identical-call", 3, "long title");

        assertThat(table.lines())
                .containsExactly(
                        "pattern         fired  title", //
                        "a                  12  x",
                        "identical-call      3  long title");
    }

    @Test
    void wordsOfOthersCannotSteerTheTerminal() {
        assertThat(Printable.line("a\u001b[2Jb\nc\u202ed\te")).isEqualTo("a?[2Jb c?d e");
        assertThat(Table.of("t").row("\u001b[1m").lines()).containsExactly("t", "?[1m");
    }

    @Test
    void aNumberAgreesWithItsWord() {
        assertThat(Count.of(0, "error")).isEqualTo("0 errors");
        assertThat(Count.of(1, "error")).isEqualTo("1 error");
        assertThat(Count.of(2, "error")).isEqualTo("2 errors");
    }
}
