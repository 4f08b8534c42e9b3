package dev.ripcord.deploy.backtest;

import static dev.ripcord.deploy.backtest.BacktestTest.definition;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestBenchTest {
    /** A fast detector that finds nothing would be no good. */
    @Test
    void theSessionsThatLoopAreFound() throws Exception {
        var result = BacktestBench.run(List.of(definition("again", 6)), 20_000, 1);

        assertThat(result.halted()).isEqualTo(12);
        assertThat(result.perCoreSecond()).hasSize(1);
    }

    @Test
    void theMedianIsTheOneInTheMiddle() {
        assertThat(BacktestBench.Result.median(List.of(9L, 1L, 5L))).isEqualTo(5);
    }

    @Test
    void theSameEventsAreWrittenEachTime(@TempDir Path directory) throws Exception {
        GeneratedEvents.write(directory.resolve("a"), 1_000);
        GeneratedEvents.write(directory.resolve("b"), 1_000);

        assertThat(Files.mismatch(directory.resolve("a"), directory.resolve("b")))
                .isEqualTo(-1);
        assertThat(Files.readAllLines(directory.resolve("a"))).hasSize(1_000);
    }
}
