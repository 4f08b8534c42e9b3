package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static dev.ripcord.deploy.command.PatternTexts.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ripcord test --cases}: whether patterns judge as another detector did. */
class TestOfOtherCasesTest {
    private static final String CALL =
            "{\"event_type\": \"tool_invocation\", \"payload\": {\"tool_name\": \"status\"," + " \"tool_args\": {}}}";

    @TempDir
    private Path directory;

    private Path patterns;

    @BeforeEach
    void aPatternThatFiresAtTheThirdCall() throws Exception {
        patterns = repeatedCall(directory, "again", 3);
    }

    @Test
    void casesThatAreJudgedAlikePassAndThoseJudgedAtTheEndAreSkipped() throws Exception {
        var run =
                run(cases(stuckAt(2, 4, "{}", "first"), quiet(2, "tool", "first"), quiet(9, "tool", "end")), "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Json.tree(run.out()))
                .isEqualTo(Json.tree("{\"passed\": 2, \"failed\": 0, \"skipped\": 1, \"positives_passed\": 1,"
                        + " \"failures\": []}"));
    }

    @Test
    void theConfigurationOfACaseSetsTheParametersOfTheSameNames() throws Exception {
        var config = "{\"times\": 4, \"mode\": \"strict\", \"product_default\": {\"times\": 7}}";

        assertThat(run(cases(stuckAt(3, 5, config, "first"))).exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void eachFailureSaysWhereItStandsWhatWasExpectedAndWhatHappened() throws Exception {
        var file = cases(stuckAt(4, 5, "{}", "first"), quiet(3, "tool", "first"), stuckAt(1, 2, "{}", "first"));

        var run = run(file);

        assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(run.out().lines())
                .containsExactly(
                        file + ":1: stuck: must fire at event 4, fired at event 2",
                        file + ":2: quiet: must not fire, fired at event 2",
                        file + ":3: stuck: must fire at event 1, did not fire",
                        "0 of 3 cases passed (0 with a loop), 3 failed, 0 skipped (judged at the end)");
    }

    @Test
    void aSettingThatAParameterCannotTakeFailsTheCase() throws Exception {
        var run = run(cases(stuckAt(2, 3, "{\"times\": 51}", "first")));

        assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(run.out()).contains("parameter times is 51; it must be at most 50 (maximum)");
    }

    @Test
    void onlyCasesOfTheKindsAskedForAreRun() throws Exception {
        var file = cases(quiet(9, "text", "first"), quiet(2, "tool", "first"), quiet(1, "message", "first"));

        assertThat(run(file, "--kind", "tool,message").out())
                .isEqualTo("2 of 2 cases passed (0 with a loop), 0 failed, 0 skipped (judged at the end)\n");
    }

    @Test
    void whatOnlyWarnsStopsNobodyUnlessAskedFor() throws Exception {
        var warns = write(directory, "warns.yaml", Files.readString(patterns).replace("action: halt", "action: warn"));

        var file = cases(quiet(3, "tool", "first"));

        assertThat(CommandRun.of("test", "--cases", file.toString(), "--patterns", warns.toString())
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(CommandRun.of("test", "--cases", file.toString(), "--patterns", warns.toString(), "--action", "warn")
                        .exitCode())
                .isEqualTo(ExitCode.CHECK_FAILED);
    }

    @Test
    void allThatIsWrongWithTheFileIsToldAtOnce() throws Exception {
        var file = cases("{\"name\": \"x\"}", "not json", "{\"expected\": {\"stuck\": true}, \"events\": [1]}");

        var run = run(file);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(file + ":1: expected.stuck is missing; it must be true or false")
                .contains(file + ":2: not JSON")
                .contains(file + ":3: events is something else; it must be a list of events")
                .contains("no case was counted");
    }

    private CommandRun run(Path file, String... more) {
        var arguments = new ArrayList<>(List.of("test", "--cases", file.toString(), "--patterns", patterns.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private Path cases(String... lines) throws Exception {
        return write(directory, "cases.jsonl", String.join("\n", lines) + "\n");
    }

    private static String stuckAt(int at, int calls, String config, String judge) {
        return one(
                "stuck", "tool", judge, config, calls, "{\"stuck\": true, \"rule\": \"r\", \"at_event\": " + at + "}");
    }

    private static String quiet(int calls, String kind, String judge) {
        return one("quiet", kind, judge, "{}", calls, "{\"stuck\": false, \"rule\": null, \"at_event\": null}");
    }

    private static String one(String name, String kind, String judge, String config, int calls, String expected) {
        return "{\"name\": \"" + name + "\", \"kind\": \"" + kind + "\", \"judge\": \"" + judge + "\", \"config\": "
                + config + ", \"events\": [" + String.join(", ", Collections.nCopies(calls, CALL))
                + "], \"expected\": " + expected + "}";
    }
}
