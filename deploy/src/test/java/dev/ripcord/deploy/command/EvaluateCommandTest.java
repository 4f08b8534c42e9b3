package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static dev.ripcord.deploy.command.PatternTexts.write;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import dev.ripcord.session.Session;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    private Path directory;

    private Path events;
    private Path labels;

    /** The pattern halts at the third identical call, and its gentler sister warns at the second. */
    @BeforeEach
    void aLoopAWorkerAndAPoller() throws Exception {
        repeatedCall(directory, "again", 3);
        write(directory, "soon.yaml", repeatedCall("soon", 2).replace("action: halt", "action: warn"));
        events = directory.resolve("events.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(events))) {
            writeInTurn(
                    out,
                    session("loop").repeats(6, call("status", "{id: 7}")),
                    session("work").repeats(8, round -> List.of(call("read", "{page: " + round + "}"))),
                    session("poll").repeats(2, call("status", "{id: 9}")));
        }
        labels = write(directory, "labels.jsonl", """
                {"session_id": "loop", "looping": true, "stuck": true}
                {"session_id": "work", "looping": false, "success": true}
                {"session_id": "poll", "looping": false, "success": true, "stuck": true}
                """);
    }

    @Test
    void whateverStopsASessionCountsUnlessToldOtherwise() throws Exception {
        var data = evaluated();

        assertThat(data.fieldNames())
                .toIterable()
                .containsExactly(
                        "sessions",
                        "fired",
                        "precision",
                        "recall",
                        "f1",
                        "false_halts",
                        "saved",
                        "steps",
                        "patterns",
                        "step_baseline");
        assertThat(data.path("sessions").asInt()).isEqualTo(3);
        assertThat(data.path("fired").asInt()).isEqualTo(1);
        assertThat(data.path("f1").asDouble()).isEqualTo(1.0);
        assertThat(data.path("false_halts").asDouble()).isEqualTo(0.0);
        assertThat(data.path("saved").asDouble()).isEqualTo(0.5);
        assertThat(data.at("/patterns/soon/fired").asInt()).isZero();
        assertThat(data.at("/step_baseline/n").asInt()).isEqualTo(3);
    }

    @Test
    void warningsCountWhenAskedFor() throws Exception {
        var data = evaluated("--action", "warn");

        assertThat(data.path("fired").asInt()).isEqualTo(2);
        assertThat(data.path("false_halts").asDouble()).isEqualTo(0.5);
        assertThat(data.path("saved").asDouble()).isEqualTo(4.0 / 6);
        assertThat(data.at("/patterns/again/saved").asDouble()).isEqualTo(0.5);
    }

    @Test
    void anotherLabelAndALeastLengthCanBeAskedFor() throws Exception {
        assertThat(evaluated("--label", "stuck").path("sessions").asInt()).isEqualTo(2);
        assertThat(evaluated("--label", "stuck").path("recall").asDouble()).isEqualTo(0.5);
        assertThat(evaluated("--label", "stuck", "--min-steps", "3")
                        .path("recall")
                        .asDouble())
                .isEqualTo(1.0);
    }

    @Test
    void peopleGetATableAndProgressGoesToStandardError() {
        var run = CommandRun.of(arguments());

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .containsExactly(
                        "sessions with a label: 3",
                        "                 fired  precision  recall     f1  false halts  saved  steps",
                        "all definitions      1      1.000   1.000  1.000        0.000  0.500      -",
                        "again                1      1.000   1.000  1.000        0.000  0.500      -",
                        "soon                 0          -   0.000  0.000        0.000  0.000      -",
                        "halt at call 3              0.500   1.000  0.667        0.500  0.500      -");
        assertThat(run.err()).matches("16 records judged by 2 definitions in \\d+\\.\\d s\n");
    }

    @Test
    void aMissingFileIsInvalidAndNamed() {
        events = directory.resolve("none.jsonl");

        var run = CommandRun.of(arguments());

        assertThat(run)
                .isEqualTo(new CommandRun(
                        ExitCode.INVALID, "", "error: no such file: " + events + "\n1 error; nothing was evaluated\n"));
    }

    @Test
    void anInvalidPatternIsShownAndNothingIsEvaluated() throws Exception {
        repeatedCall(directory, "bad", 1);

        var run = CommandRun.of(arguments());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("bad.yaml:8:21: error:").endsWith("; nothing was evaluated\n");
    }

    @Test
    void toObserveIsNotToFire() {
        assertThat(CommandRun.of(arguments("--action", "observe")).exitCode()).isEqualTo(ExitCode.INVALID);
    }

    private JsonNode evaluated(String... options) throws Exception {
        var all = new ArrayList<>(List.of(options));
        all.add("--json");
        return Json.tree(CommandRun.of(arguments(all.toArray(String[]::new))).out());
    }

    private String[] arguments(String... options) {
        var all = new ArrayList<>(List.of("evaluate", "--patterns", directory.toString()));
        all.addAll(List.of("--events", events.toString(), "--labels", labels.toString()));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    /** Sessions interleave in a log. */
    private static void writeInTurn(OutputStream out, Session... sessions) throws Exception {
        for (int index = 0; index < 8; index++) {
            for (var session : sessions) {
                if (index < session.json().size()) {
                    out.write(session.json().get(index));
                    out.write('\n');
                }
            }
        }
    }
}
