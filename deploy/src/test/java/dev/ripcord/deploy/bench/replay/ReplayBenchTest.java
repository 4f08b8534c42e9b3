package dev.ripcord.deploy.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.command.PatternTexts;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayBenchTest {
    @TempDir
    private Path root;

    @Test
    void everySessionThatIsLookedForIsFoundWhole() throws Exception {
        var result = ReplayBench.run(root, 30, List.of(), told -> {});

        assertThat(result.events()).isEqualTo(30_000);
        assertThat(result.files()).isPositive();
    }

    @Test
    void theSameArchiveCanBeReplayedAndBacktested() throws Exception {
        new GeneratedArchive(root, 2).write(4);
        var patterns = root.resolve("none.yaml");
        Files.writeString(patterns, PatternTexts.repeatedCall("again", 2));

        var run = CommandRun.of("backtest", "--patterns", patterns.toString(), "--from", "archive:" + root, "--json");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(Json.tree(run.out()).at("/history/events").asInt()).isEqualTo(4_000);
        assertThat(Json.tree(run.out()).at("/history/sessions").asInt()).isEqualTo(4);
    }
}
