package dev.ripcord.deploy.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter err = new StringWriter();

    @Test
    void onATerminalABarIsDrawnOverItselfAndTakenAwayAtTheEnd() {
        var progress = progress(true);

        assertThat(progress.isDue(SECOND - 1)).isFalse();
        assertThat(progress.isDue(SECOND)).isTrue();
        progress.at(2 * SECOND, 300_000, OptionalDouble.of(0.5));
        progress.end();

        assertThat(err.toString())
                .contains("\r[###############...............]  50 %  2 s left  300,000 records, 150,000 a second")
                .doesNotContain("\n")
                .endsWith("\r");
    }

    @Test
    void elsewhereThereIsALineEveryTenSeconds() {
        var progress = progress(false);

        assertThat(progress.isDue(9 * SECOND)).isFalse();
        progress.at(10 * SECOND, 1_000_000, OptionalDouble.of(0.25));
        assertThat(progress.isDue(19 * SECOND)).isFalse();
        progress.at(20 * SECOND, 2_000_000, OptionalDouble.empty());
        progress.end();

        assertThat(err.toString().lines())
                .containsExactly(" 25 %, 1,000,000 records, 100,000 a second", "2,000,000 records, 100,000 a second");
    }

    private Progress progress(boolean terminal) {
        return new Progress(new PrintWriter(err, true), terminal, 0);
    }
}
