package dev.ripcord.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterBacktestTest {
    @Test
    void everythingWrongIsSaidAtOnce() {
        var run = CommandRun.of(
                "backtest", "--on-cluster", "127.0.0.1:1", "--from", "topic:agent.events", "--patterns", "mine");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err())
                .contains(
                        "--from is topic:agent.events; a cluster reads archive:ROOT",
                        "--to is missing",
                        "a cluster judges by what was in force then",
                        "3 errors; nothing was judged");
    }

    @Test
    void aClusterThatDoesNotAnswerIsNamed(@TempDir Path directory) {
        var run = CommandRun.of(
                "backtest",
                "--on-cluster",
                "127.0.0.1:1",
                "--from",
                "archive:/var/lib/ripcord/archive",
                "--to",
                "/tmp/signals",
                "--jar",
                directory.resolve("missing.jar").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("there is no job jar", "no Flink cluster answers at http://127.0.0.1:1/")
                .contains("2 errors; nothing was submitted");
    }

    @Test
    void onThisMachinePatternsAreRequired() {
        var run = CommandRun.of("backtest", "--from", "events.jsonl");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("Missing required option: '--patterns=NEW'");
    }
}
