package dev.ripcord.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.outcome.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RipcordTest {
    @Test
    void withoutACommandItSaysWhichThereAreAndIsInvalid() {
        var run = CommandRun.of();

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: ripcord", "submit");
    }

    @Test
    void anUnknownCommandIsInvalidAndKeepsStandardOutputClean() {
        var run = CommandRun.of("sumbit");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactly(
                        "error: Unmatched argument at index 0: 'sumbit'",
                        "did you mean submit?",
                        "see: ripcord --help");
    }

    @Test
    void anOptionThatIsNotThereIsAnsweredWithTheNearest() {
        var run = CommandRun.of("patterns", "activate", "--moed=shadow", "identical-call");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactly(
                        "error: Unknown option: '--moed=shadow'",
                        "did you mean --mode?",
                        "see: ripcord patterns activate --help");
    }

    @Test
    void aWrongValueIsToldWithoutTheWholeHelp() {
        var run = CommandRun.of("sessions", "--most", "many");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err().lines()).hasSize(2).last().isEqualTo("see: ripcord sessions --help");
        assertThat(run.err()).startsWith("error: Invalid value for option '--most'");
    }

    @Test
    void anErrorIsCalledOneOnce() {
        assertThat(CommandRun.of("signals", "feedback", "37e65e7e").err())
                .startsWith("error: Missing required argument (specify one of these): (--fine | --right)\n");
        assertThat(CommandRun.of("signals", "feedback", "37e65e7e", "--fine", "--right")
                        .err())
                .startsWith("error: ")
                .doesNotContain("Error:");
    }

    @Test
    void aGroupOfCommandsThatIsNamedAloneSaysWhichThereAre() {
        var run = CommandRun.of("patterns");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("error: Missing required subcommand", "Usage: ripcord patterns", "activate");
    }

    @Test
    void helpIsDataAndNotAnError() {
        var run = CommandRun.of("--help");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("Usage: ripcord").contains("submit");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void everyCommandExplainsItself() {
        var run = CommandRun.of("submit", "--help");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("Usage: ripcord submit").contains("--cluster=HOST:PORT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topics",
                "patterns",
                "patterns list",
                "patterns publish",
                "patterns activate",
                "patterns deactivate",
                "patterns report",
                "patterns promote",
                "patterns demote",
                "patterns rollback",
                "patterns diff",
                "check",
                "test",
                "evaluate",
                "backtest",
                "tune",
                "replay",
                "sessions",
                "send",
                "signals",
                "signals feedback",
                "signals labels",
                "halts",
                "halt",
                "release",
                "mute",
                "unmute",
                "panic",
                "unpanic",
                "keys",
                "keys generate",
                "bench",
                "bench gateway",
                "bench backtest",
                "bench replay",
                "drill",
                "serve"
            })
    void everyCommandHasAnExampleAndSaysWhatItsExitCodesMean(String command) {
        var run = CommandRun.of((command + " --help").split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .startsWith("Usage: ripcord " + command + " ")
                .contains("Example: ripcord " + command + " ", "Exit codes:");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theVersionNamesWhatItRunsOn() {
        var run = CommandRun.of("--version");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("ripcord ", "Flink 2.2.1", "Java ");
    }
}
