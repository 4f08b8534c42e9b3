package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static dev.ripcord.deploy.command.PatternTexts.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
    private static final String CALLS =
            "\"events\": [{\"repeat\": 5, \"events\": [{\"event_type\": \"tool_invocation\","
                    + " \"payload\": {\"tool_name\": \"status\", \"tool_args\": {}}}]}]}\n";
    private static final String FIRES_AT_THIRD = "{\"name\": \"the third\", \"expect\": \"fires\", \"at\": 2, " + CALLS;
    private static final String FIRES_AT_FOURTH =
            "{\"name\": \"the fourth\", \"expect\": \"fires\", \"at\": 3, " + CALLS;
    private static final String QUIET = "{\"name\": \"never\", \"expect\": \"quiet\", " + CALLS;

    @TempDir
    private Path directory;

    @BeforeEach
    void aPatternThatFiresAtTheThirdCall() throws Exception {
        repeatedCall(directory, "again", 3);
    }

    @Test
    void casesThatPassAreCountedByDefinition() throws Exception {
        write(directory, "again.cases.jsonl", FIRES_AT_THIRD);

        assertThat(CommandRun.of("test", directory.toString()))
                .isEqualTo(new CommandRun(
                        ExitCode.OK, "again (cheap): 1 passed, 0 failed\n1 case of 1 definition: all passed\n", ""));
    }

    @Test
    void eachFailureSaysWhereItStandsWhatWasExpectedAndWhatHappened() throws Exception {
        var cases = write(directory, "again.cases.jsonl", FIRES_AT_THIRD + "\n" + FIRES_AT_FOURTH + QUIET);

        var run = CommandRun.of("test", directory.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(run.out().lines())
                .containsExactly(
                        "again (cheap): 1 passed, 2 failed",
                        "  " + cases + ":3: the fourth: must fire at event 3, fired at event 2",
                        "  " + cases + ":4: never: must not fire, fired at event 2",
                        "2 of 3 cases of 1 definition failed");
    }

    @Test
    void whereNothingWasTestedNothingPassed() {
        var run = CommandRun.of("test", directory.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(run.out())
                .startsWith("again: no cases; they belong in " + directory.resolve("again.cases.jsonl") + "\n");
    }

    @Test
    void casesThatCannotBeReadAreInvalid() throws Exception {
        var cases = write(directory, "again.cases.jsonl", FIRES_AT_THIRD + "{\"name\": \"x\"}\n");

        var run = CommandRun.of("test", directory.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(cases + ":2:1: error:").endsWith("no case was counted\n");
    }

    @Test
    void patternsThatAreInvalidAreNotTried() throws Exception {
        repeatedCall(directory, "bad", 1);

        var run = CommandRun.of("test", directory.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("bad.yaml:8:21: error:").endsWith("1 error in 1 of 2 files\n");
    }

    @Test
    void parametersThatTheDefinitionDoesNotTakeFailTheCase() throws Exception {
        write(directory, "again.cases.jsonl", QUIET.replace("\"quiet\"", "\"quiet\", \"parameters\": {\"times\": 51}"));

        var run = CommandRun.of("test", directory.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(run.out()).contains("parameter times is 51; it must be at most 50 (maximum)");
    }

    @Test
    void asJsonEachCaseIsData() throws Exception {
        write(directory, "again.cases.jsonl", FIRES_AT_THIRD + QUIET);

        var data =
                Json.tree(CommandRun.of("test", "--json", directory.toString()).out());

        assertThat(data.at("/definitions/0/id").asText()).isEqualTo("again");
        assertThat(data.at("/definitions/0/cases/0/passed").asBoolean()).isTrue();
        assertThat(data.at("/definitions/0/cases/1/passed").asBoolean()).isFalse();
        assertThat(data.at("/definitions/0/cases/1/explanation").asText()).isEqualTo("must not fire, fired at event 2");
    }
}
