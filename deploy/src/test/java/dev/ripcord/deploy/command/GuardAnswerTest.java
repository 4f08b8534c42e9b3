package dev.ripcord.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.ActivationResult;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Mode;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.PatternStatus.Status;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a person reads of answers that a guard of another version than the command gives. */
class GuardAnswerTest {
    @Command(name = "change")
    private static final class Change {
        @Mixin
        private GuardAnswer guard;
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void ofSeveralEachIsToldWithItsIdAndTheWorstIsTheExitCode() {
        int exitCode = tell(
                List.of(
                        answered("taken", Status.ACTIVE, "it was renamed"),
                        answered("refused", Status.REFUSED, "unknown parameter 'times'"),
                        silent("slow"),
                        silent("slower")),
                "--wait",
                "2s");

        assertThat(exitCode).isEqualTo(ExitCode.INVALID);
        assertThat(out).hasToString("taken@0123456789abcdef (shadow) is active from 1970-01-01T00:00:01.000Z\n");
        assertThat(err.toString().lines())
                .containsExactly(
                        "taken: it was renamed",
                        "error: refused: unknown parameter 'times'",
                        "refused is refused by the guard; what was in force stays in force",
                        "error: no guard answered within 2s for slow, slower; they are written, and count as soon as a"
                                + " guard runs (see: ripcord patterns list)");
    }

    @Test
    void oneThatIsSilentAmongSeveralFailsTheCommand() {
        int exitCode = tell(List.of(answered("taken", Status.ACTIVE), silent("slow")), "--wait", "2s");

        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(err)
                .hasToString("error: no guard answered within 2s for slow; it is written, and counts as soon as a guard"
                        + " runs (see: ripcord patterns list)\n");
    }

    @Test
    void ofOneTheIdIsNotRepeated() {
        int exitCode = tell(List.of(answered("refused", Status.REFUSED, "unknown parameter 'times'")));

        assertThat(exitCode).isEqualTo(ExitCode.INVALID);
        assertThat(err).asString().startsWith("error: unknown parameter 'times'\nrefused is refused by the guard;");
    }

    private int tell(List<ActivationResult> results, String... options) {
        var change = new Change();
        var command = new CommandLine(change).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        command.parseArgs(options);
        return change.guard.tell(results, command);
    }

    private static ActivationResult answered(String id, Status status, String... problems) {
        var answer = new PatternStatus(
                PatternStatus.SCHEMA_VERSION, id, id, "0123456789abcdef", status, 7, List.of(problems), 1000L);
        return new ActivationResult(shadow(id), 7, answer, true);
    }

    private static ActivationResult silent(String id) {
        return new ActivationResult(shadow(id), 8, null, true);
    }

    private static Activation shadow(String id) {
        return new Activation(1, id, "0123456789abcdef", Mode.SHADOW, Map.of(), null, "maria", null);
    }
}
