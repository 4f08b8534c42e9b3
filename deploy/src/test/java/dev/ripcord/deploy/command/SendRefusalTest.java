package dev.ripcord.deploy.command;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SendRefusalTest {
    @TempDir
    private Path directory;

    @Test
    void aFileThatDoesNotExistIsInvalid() {
        var run = CommandRun.of("send", directory.resolve("none.jsonl").toString());

        assertThat(run)
                .isEqualTo(new CommandRun(
                        ExitCode.INVALID,
                        "",
                        "error: no such file: " + directory.resolve("none.jsonl") + "\n1 error; nothing was sent\n"));
    }

    @Test
    void aRateMustBeAboveZero() {
        var run = CommandRun.of("send", "x.jsonl", "--rate", "0");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).startsWith("error: --rate is 0.0; it must be above 0");
    }

    @Test
    void aMissingTopicIsNamedWithTheCommandThatMakesIt() throws Exception {
        var file = Files.write(
                directory.resolve("events.jsonl"),
                session("s").then(call("read")).json().get(0));
        try (var empty = LocalKafka.start()) {
            var run = CommandRun.of("send", file.toString(), "--bootstrap", empty.bootstrapServers());

            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err())
                    .contains("has no topic agent.events; create it with: ripcord topics --create --bootstrap "
                            + empty.bootstrapServers());
        }
    }
}
