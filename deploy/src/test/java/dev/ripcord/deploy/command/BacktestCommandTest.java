package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static dev.ripcord.deploy.command.PatternTexts.write;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {
    @TempDir
    private Path directory;

    private Path newer;
    private Path older;
    private Path events;

    /** Two loops and a worker; the new pattern halts at the third identical call, the old one at the fifth. */
    @BeforeEach
    void twoLoopsAndAWorker() throws Exception {
        newer = Files.createDirectory(directory.resolve("new"));
        older = Files.createDirectory(directory.resolve("old"));
        repeatedCall(newer, "again", 3);
        repeatedCall(older, "again", 5);
        var lines = new ArrayList<String>();
        List.of(
                        session("long").repeats(6, call("status").costing("0.10")),
                        session("short").repeats(4, call("status").costing("0.10")),
                        session("work").repeats(3, round -> List.of(call("read", "{page: " + round + "}"))))
                .forEach(session -> session.json().forEach(line -> lines.add(new String(line, UTF_8))));
        lines.add(3, "oops");
        lines.add(lines.get(0));
        events = Files.write(directory.resolve("events.jsonl"), lines);
    }

    @Test
    void peopleSeeWhoWouldHaveBeenHaltedAndWhatChanges() {
        var run = backtest("--against", older.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()
                        .lines()
                        .map(line -> line.replaceAll("@[0-9a-f]{16}", "@HASH").replaceAll(" +", " ")))
                .containsExactly(
                        "13 events of 3 sessions, $1.00; 1 repeat, 0 late, 1 dead (the first: " + events
                                + ":4: not JSON: Unrecognized token 'oops': was expecting (JSON String, Number, Array,"
                                + " Object or token 'null', 'true' or 'false') at line 1, column 5)",
                        "",
                        "pattern action signals halted spent by then steps saved saved new lost earlier later",
                        "again@HASH halt 2 2 $0.60 4 $0.40 1 0 1 0",
                        "all together - - 2 $0.60 4 $0.40 1 0 1 0",
                        "",
                        "against the old ones (0 patterns unchanged): 1 new, 0 lost, 1 earlier, 0 later; halted 1"
                                + " before, 2 now",
                        "saved before: 1 step, $0.10; now: 4 steps, $0.40",
                        "",
                        "change session before now",
                        "new short goes on step 3, $0.30, again",
                        "earlier long step 5, $0.50, again step 3, $0.30, again",
                        "",
                        "halted step session clock spent steps saved saved pattern because",
                        "long 3 2026-01-01T00:00:02.000Z $0.30 3 $0.30 again status was called 3 times",
                        "short 3 2026-01-01T00:00:02.000Z $0.30 1 $0.10 again status was called 3 times");
        assertThat(run.err()).matches("15 records judged in \\d+\\.\\d s: [\\d,]+ a second\n");
    }

    @Test
    void theSameInputGivesTheSameBytesPlainAndGzipped() throws Exception {
        var zipped = directory.resolve("events.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(Files.readAllBytes(events));
        }

        var first = backtest("--against", older.toString(), "--json");
        var second = backtest("--against", older.toString(), "--json");
        var third = CommandRun.of(
                "backtest",
                "--patterns",
                newer.toString(),
                "--against",
                older.toString(),
                "--json",
                "--from",
                zipped.toString());

        assertThat(second.out()).isEqualTo(first.out());
        assertThat(third.out()).isEqualTo(first.out().replace("events.jsonl", "events.jsonl.gz"));
        assertThat(Json.tree(first.out()).at("/halted/0/step").asInt()).isEqualTo(3);
        assertThat(Json.tree(first.out()).at("/against/earlier").asInt()).isEqualTo(1);
    }

    @Test
    void labelsTellRightHaltsFromWrongOnes() throws Exception {
        var labels = write(directory, "labels.jsonl", """
                {"session_id": "long", "looping": true}
                {"session_id": "short", "looping": false, "success": true}
                """);

        assertThat(backtest("--labels", labels.toString()).out())
                .contains("action  signals  halted  right  wrong  spent by then  steps saved  saved\n")
                .doesNotContain("earlier");
        var data = Json.tree(backtest("--labels", labels.toString(), "--json").out());

        assertThat(data.at("/all/right").asInt()).isEqualTo(1);
        assertThat(data.at("/all/wrong").asInt()).isEqualTo(1);
        assertThat(data.at("/patterns/0/wrong").asInt()).isEqualTo(1);
        assertThat(data.at("/labels/precision").asDouble()).isEqualTo(0.5);
        assertThat(data.at("/halted/1/wrong").asBoolean()).isTrue();
    }

    @Test
    void whatIsNotAsExpectedIsExitCodeThree() throws Exception {
        var expected = write(directory, "expect.yaml", "halts: { at_most: 1 }\nmust_not_halt: [work]\n");

        var run = backtest("--expect", expected.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(run.out())
                .endsWith(expected + ":1:1: not as expected: halts is 2; it must be at most 1\n"
                        + "1 expectation violated\n");
        write(directory, "expect.yaml", "halts: { at_most: 2 }\n");
        var right = backtest("--expect", expected.toString());
        assertThat(right.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(right.out()).endsWith("\nas expected\n");
    }

    @Test
    void anExpectationThatCannotBeReadIsInvalidAndNothingIsJudged() throws Exception {
        var expected = write(directory, "expect.yaml", "halt: { at_most: 1 }\n");

        var run = backtest("--expect", expected.toString());

        assertThat(run)
                .isEqualTo(new CommandRun(
                        ExitCode.INVALID,
                        "",
                        expected + ":1:1: error: unknown key 'halt'; did you"
                                + " mean 'halts'?\n    halt: { at_most: 1 }\n    ^\n1 error; nothing was judged\n"));
    }

    @Test
    void whatIsWrongInEitherDirectoryIsTold() throws Exception {
        repeatedCall(newer, "bad", 1);
        repeatedCall(older, "worse", 1);

        var run = backtest("--against", older.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("bad.yaml:8:21: error:", "worse.yaml:8:21: error:");
    }

    @Test
    void anArchiveThatIsNotThereIsRefusedInWords() {
        var run = CommandRun.of("backtest", "--patterns", newer.toString(), "--from", "archive:/data");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).startsWith("error: no directory '/data'; it must be the root of an archive, ");
    }

    private CommandRun backtest(String... options) {
        var words = new ArrayList<>(List.of("backtest", "--patterns", newer.toString(), "--from", events.toString()));
        words.addAll(List.of(options));
        return CommandRun.of(words.toArray(String[]::new));
    }
}
