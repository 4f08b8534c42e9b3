package dev.ripcord.deploy.halts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationTest {
    @ParameterizedTest
    @CsvSource({"'panic\n', true", "' panic ', true", "'y\n', false", "'\n', false", "'', false", "'panic now', false"})
    void onlyTheWordItselfConfirms(String typed, boolean confirmed) throws Exception {
        var asked = new StringWriter();

        assertThat(new Confirmation(new StringReader(typed)).isTyped("panic", new PrintWriter(asked)))
                .isEqualTo(confirmed);
        assertThat(asked).hasToString("Type panic to go on: ");
    }
}
