package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "timeout after 30s | Timeout after 31s",
                "user 'anna' not found | user 'bob o''brien' not found",
                "can't open \"a.txt\" | can't open \"b.txt\"",
                "at 0x7f3a | at 0x8bd1",
                "order 17 is locked | order 18 is locked"
            })
    void whatDiffersEachTimeDoesNotCount(String one, String other) {
        assertThat(ErrorText.fingerprint(one)).isEqualTo(ErrorText.fingerprint(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {"file not found | file not readable", "can't open it | can't close it", "404 | 500"})
    void otherWordsAreOtherErrors(String one, String other) {
        assertThat(ErrorText.fingerprint(one)).isNotEqualTo(ErrorText.fingerprint(other));
    }

    @Test
    void aTracebackTellsInItsLastLine() {
        String head = "Traceback (most recent call last):\n  File \"x.py\", line 3\n";

        assertThat(ErrorText.fingerprint(head + "KeyError: 'a'\n")).isEqualTo(ErrorText.fingerprint("KeyError: 'b'"));
        assertThat(ErrorText.fingerprint(head + "KeyError: 'a'"))
                .isNotEqualTo(ErrorText.fingerprint(head + "ValueError: 'a'"));
    }

    @Test
    void aLineThatEndsInAColonAnnouncesTheNext() {
        assertThat(ErrorText.fingerprint("ERROR:\nfile exists\nmore"))
                .isEqualTo(ErrorText.fingerprint("file exists"))
                .isNotEqualTo(ErrorText.fingerprint("ERROR:\nno such file"));
    }
}
