package dev.ripcord.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SubmitCommandTest {
    @AfterEach
    void beQuietAgain() {
        System.clearProperty("ripcord.log.level");
    }

    @Test
    void everyReasonIsSaidAtOnce(@TempDir Path directory) {
        var jar = directory.resolve("missing.jar");

        var run = CommandRun.of(
                "submit", "--cluster", "127.0.0.1:1", "--bootstrap", "127.0.0.1:2", "--jar", jar.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("error: there is no job jar " + jar),
                        line -> assertThat(line).startsWith("error: no Flink cluster answers at http://127.0.0.1:1/"),
                        line -> assertThat(line).startsWith("error: no Kafka answers at 127.0.0.1:2"),
                        line -> assertThat(line).isEqualTo("3 errors; nothing was submitted"));
    }

    @Test
    void aClusterIsAskedFor() {
        var run = CommandRun.of("submit");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("Missing required option: '--cluster=HOST:PORT'");
    }

    @Test
    void anAddressWithoutAPortIsInvalid() {
        var run = CommandRun.of("submit", "--cluster", "flink.example.com");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("'flink.example.com' is not HOST:PORT, such as 127.0.0.1:8081");
    }

    @Test
    void verboseShowsWhereAnErrorCameFrom(@TempDir Path directory) {
        var run = CommandRun.of(
                "submit",
                "--verbose",
                "--cluster",
                "127.0.0.1:1",
                "--bootstrap",
                "127.0.0.1:2",
                "--jar",
                directory.resolve("missing.jar").toString());

        assertThat(run.err()).contains("\tat dev.ripcord.deploy.submit.Submission");
    }
}
