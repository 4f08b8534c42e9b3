package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.exempt;
import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static dev.ripcord.deploy.command.PatternTexts.write;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import dev.ripcord.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a directory says of tools counts in whatever command takes its patterns. */
class ToolProfileCommandTest {
    private static final Session STUCK = session("stuck").repeats(6, call("status"));
    private static final Session BEATS = session("beats").repeats(6, call("beat"));

    @TempDir
    private Path directory;

    private Path with;
    private Path without;
    private Path events;

    /** A pattern that halts at the third equal call; in one directory a tool is exempt besides. */
    @BeforeEach
    void theSamePatternWithAndWithoutAProfile() throws Exception {
        with = Files.createDirectory(directory.resolve("with"));
        without = Files.createDirectory(directory.resolve("without"));
        repeatedCall(with, "again", 3);
        repeatedCall(without, "again", 3);
        write(with, "beats.yaml", exempt("beats", "beat"));
        events = Files.write(
                directory.resolve("events.jsonl"),
                Stream.of(STUCK, BEATS)
                        .flatMap(session -> session.json().stream())
                        .map(line -> new String(line, UTF_8))
                        .toList());
    }

    @Test
    void checkCountsIt() throws Exception {
        assertThat(CommandRun.of("check", with.toString()))
                .isEqualTo(new CommandRun(ExitCode.OK, "2 files, 1 definition, 1 tool profile: all right\n", ""));
        assertThat(Json.tree(CommandRun.of("check", with.toString(), "--json").out())
                        .at("/tools/0/tools/0")
                        .asText())
                .isEqualTo("beat");
    }

    @Test
    void whatIsWrongWithItIsToldWithItsPlace() throws Exception {
        write(with, "beats.yaml", exempt("beats", "beat").replace("exempt", "exemt"));

        var run = CommandRun.of("check", with.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.out())
                .contains("beats.yaml:7:11: error: role is 'exemt'; it must be acts, waits, polls or exempt; did you"
                        + " mean 'exempt'?")
                .endsWith("1 error in 1 of 2 files\n");
    }

    @Test
    void casesAreTriedWithIt() throws Exception {
        var cases = "{\"name\": \"beats\", \"expect\": \"quiet\", \"events\": [{\"repeat\": 5, \"events\":"
                + " [{\"event_type\": \"tool_invocation\", \"payload\": {\"tool_name\": \"beat\", \"tool_args\":"
                + " {}}}]}]}\n";
        write(with, "again.cases.jsonl", cases);
        write(without, "again.cases.jsonl", cases);

        assertThat(CommandRun.of("test", with.toString()).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(CommandRun.of("test", without.toString()).exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
    }

    @Test
    void aBacktestSaysWhatItChangesAlthoughThePatternsAreTheSame() throws Exception {
        var run = backtest(with, "--against", without.toString());

        assertThat(run.out())
                .contains("against the old ones (1 pattern unchanged, other tool profiles): 0 new, 1 lost, 0 earlier,"
                        + " 0 later; halted 2 before, 1 now")
                .containsPattern("lost +beats +step 3, -, again");
        var data = Json.tree(
                backtest(without, "--against", with.toString(), "--json").out());
        assertThat(data.at("/against/tools_differ").asBoolean()).isTrue();
        assertThat(data.at("/against/new").asInt()).isEqualTo(1);
        assertThat(data.at("/patterns/0/signals").asInt()).isEqualTo(2);
    }

    @Test
    void whereBothDirectoriesSayTheSameOfToolsNothingChanges() throws Exception {
        write(without, "beats.yaml", exempt("beats", "beat"));
        repeatedCall(without, "again", 4);

        assertThat(backtest(with, "--against", without.toString()).out())
                .contains("against the old ones (0 patterns unchanged): 0 new, 0 lost, 1 earlier, 0 later; halted 1"
                        + " before, 1 now");
    }

    @Test
    void toolsAloneAreTriedWithThePatternsThatTheyAreComparedWith() throws Exception {
        var tools = write(directory, "only-tools.yaml", exempt("beats", "beat"));

        var run = backtest(tools, "--against", without.toString());

        assertThat(run.err())
                .startsWith(tools + " has no pattern: it is tried with those of " + without + ", against the same"
                        + " without it\n");
        assertThat(run.out())
                .contains("against the old ones (1 pattern unchanged, other tool profiles): 0 new, 1 lost, 0 earlier,"
                        + " 0 later; halted 2 before, 1 now");
        // What is said under the same id takes the place of what was: here, of nothing.
        assertThat(backtest(tools, "--against", with.toString()).out())
                .contains("(1 pattern unchanged): 0 new, 0 lost, 0 earlier, 0 later; halted 1 before, 1 now");
    }

    /** Or the pattern would be lost, and with it whomever it halts. */
    @Test
    void whatHasTheIdOfAPatternDoesNotTakeItsPlace() throws Exception {
        var tools = write(directory, "only-tools.yaml", exempt("again", "beat"));
        var refusal = new CommandRun(
                ExitCode.INVALID,
                "",
                "error: 'again' is a pattern in " + without + ", and what is said of tools in " + tools
                        + "; give one of them another id\n1 error; nothing was judged\n");

        assertThat(backtest(tools, "--against", without.toString())).isEqualTo(refusal);
        assertThat(backtest(without, "--against", tools.toString())).isEqualTo(refusal);
    }

    @Test
    void withNothingToCompareWithTheyAreTriedWithTheLibrary() throws Exception {
        System.setProperty("ripcord.home", "..");
        var tools = write(directory, "only-tools.yaml", exempt("beats", "beat"));

        var run = backtest(tools);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("has no pattern: it is tried with those of ", "patterns/library, against");
        assertThat(run.out()).contains("identical-call@", "lost");
        assertThat(backtest(tools, "--against", tools.toString()).err())
                .startsWith("error: neither " + tools + " nor " + tools + " has a pattern; ");
    }

    @Test
    void aNameThatNoToolOfTheHistoryHasIsTold() throws Exception {
        write(with, "beats.yaml", exempt("beats", "[beat, baet, 'stat*', 'stut*']"));

        assertThat(backtest(with).out()).contains("tool profile beats: no event here has the tool baet, stut*\n");
        assertThat(Json.tree(backtest(with, "--json").out()).at("/unused_tools").toString())
                .isEqualTo("[{\"profile\":\"beats\",\"tools\":[\"baet\",\"stut*\"]}]");
        write(with, "beats.yaml", exempt("beats", "beat"));
        assertThat(backtest(with).out()).doesNotContain("tool profile");
        write(with, "beats.yaml", exempt("beats", "beat").replace("tools:", "applies_to: {tenant: acme}\ntools:"));
        assertThat(backtest(with).out()).contains("tool profile beats: no event here has the tool beat\n");
    }

    private CommandRun backtest(Path patterns, String... more) {
        return CommandRun.of(Stream.concat(
                        Stream.of("backtest", "--patterns", patterns.toString(), "--from", events.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void evaluationAndTuningJudgeByIt() throws Exception {
        var labels = write(directory, "labels.jsonl", """
                {"session_id": "stuck", "looping": true}
                {"session_id": "beats", "looping": false, "success": true}
                """);

        assertThat(falseHalts("evaluate", with, labels)).isZero();
        assertThat(falseHalts("evaluate", without, labels)).isEqualTo(1.0);
        assertThat(falseHalts("tune", with, labels, "--pattern", "again")).isZero();
        assertThat(falseHalts("tune", without, labels, "--pattern", "again")).isEqualTo(1.0);
    }

    @Test
    void tuningTellsANameThatNoToolHas() throws Exception {
        write(with, "beats.yaml", exempt("beats", "[beat, baet]"));
        var labels = write(directory, "labels.jsonl", """
                {"session_id": "stuck", "looping": true}
                {"session_id": "beats", "looping": false, "success": true}
                """);

        var run = CommandRun.of(
                "tune",
                "--patterns",
                with.toString(),
                "--events",
                events.toString(),
                "--labels",
                labels.toString(),
                "--pattern",
                "again");

        assertThat(run.err()).contains("tool profile beats: no event here has the tool baet\n");
    }

    /** @return of the pattern as its file has it */
    private double falseHalts(String command, Path patterns, Path labels, String... more) throws Exception {
        var run = CommandRun.of(Stream.concat(
                        Stream.of(
                                command,
                                "--patterns",
                                patterns.toString(),
                                "--events",
                                events.toString(),
                                "--labels",
                                labels.toString(),
                                "--json"),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(run.out()).as(run.err()).isNotEmpty();
        return Json.tree(run.out()).findValue("false_halts").asDouble();
    }

    @Test
    void aReplayShowsWhatIsCountedByIt() throws Exception {
        assertThat(replay(with, "stuck")).contains("again");
        assertThat(replay(with, "beats")).doesNotContain("was called");
        assertThat(replay(without, "beats")).contains("was called 3 times");
    }

    @Test
    void aReplayMarksTheStepsThatAreReadAsPolling() throws Exception {
        write(with, "beats.yaml", exempt("beats", "beat").replace("role: exempt", "role: polls"));

        assertThat(replay(with, "beats", "--all").lines().filter(line -> line.contains("tool_invocation  beat")))
                .hasSize(6)
                .allMatch(line -> line.endsWith("[polls]"));
        assertThat(replay(with, "stuck", "--all")).doesNotContain("[polls]");
    }

    private String replay(Path patterns, String session, String... more) {
        var run = CommandRun.of(Stream.concat(
                        Stream.of("replay", session, "--from", events.toString(), "--patterns", patterns.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        return run.out();
    }
}
