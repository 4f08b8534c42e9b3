package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static dev.ripcord.deploy.command.PatternTexts.write;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import dev.ripcord.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {
    @TempDir
    private Path directory;

    private Path events;
    private Path labels;
    private final List<String> eventLines = new ArrayList<>();
    private final List<String> labelLines = new ArrayList<>();

    /** Loops call 8 to 12 times, healthy pollers up to 5: a limit of 6 tells them apart, the default of 3 does not. */
    @BeforeEach
    void loopsAndPollers() throws Exception {
        repeatedCall(directory, "again", 3);
        repeatedCall(directory, "other", 3);
        for (int number = 0; number < 10; number++) {
            add(session("loop-" + number).repeats(8 + number % 5, call("status")), true, number);
            add(session("poll-" + number).repeats(1 + number % 5, call("status")), false, number);
        }
        events = Files.write(directory.resolve("events.jsonl"), eventLines);
        labels = Files.write(directory.resolve("labels.jsonl"), labelLines);
    }

    private void add(Session session, boolean looping, int task) {
        session.json().forEach(line -> eventLines.add(new String(line, UTF_8)));
        labelLines.add("{\"session_id\": \"" + session.events().get(0).session().session() + "\", \"looping\": "
                + looping + ", \"success\": " + !looping + ", \"task\": \"" + task % 5 + "\"}");
    }

    @Test
    void theSettingWithTheHighestF1WithinTheLimitIsRecommended() throws Exception {
        var data = tuned("--max-false-halts", "0");

        assertThat(data.at("/recommended/parameters/times").asInt()).isBetween(6, 8);
        assertThat(data.at("/recommended/in_sample/f1").asDouble()).isEqualTo(1.0);
        assertThat(data.at("/recommended/in_sample/false_halts").asDouble()).isZero();
        assertThat(data.at("/recommended/command").asText())
                .isEqualTo("ripcord patterns activate again --param times="
                        + data.at("/recommended/parameters/times").asInt());
        assertThat(data.at("/defaults/false_halts").asDouble()).isEqualTo(0.6);
        assertThat(data.at("/sessions").asInt()).isEqualTo(20);
        assertThat(data.at("/positives").asInt()).isEqualTo(10);
    }

    /** Of two that are equally good the one that stops earlier saves more. */
    @Test
    void ofEquallyGoodSettingsTheOneThatSavesMostIsTaken() throws Exception {
        var data = tuned("--max-false-halts", "0");
        var recommended = data.at("/recommended/parameters/times").asInt();

        for (var row : data.path("settings")) {
            if (row.path("f1").asDouble() == 1.0) {
                assertThat(row.at("/parameters/times").asInt()).isGreaterThanOrEqualTo(recommended);
            }
        }
    }

    @Test
    void choosingOnTheOtherFoldsIsScoredOnEachAndStandsBesideTheInSampleScore() throws Exception {
        var data = tuned("--max-false-halts", "0", "--folds", "5");

        assertThat(data.path("folds").asInt()).isEqualTo(5);
        assertThat(data.at("/recommended/chosen").size()).isEqualTo(5);
        assertThat(data.at("/recommended/cross_validated/sessions").asInt()).isEqualTo(20);
    }

    /** The poller that calls most is, in its own fold, never among those that the limit is chosen on. */
    @Test
    void crossValidationTellsWhatTheInSampleScoreHides() throws Exception {
        eventLines.clear();
        labelLines.clear();
        for (int number = 0; number < 6; number++) {
            add(session("loop-" + number).repeats(12, call("status")), true, number);
            add(session("poll-" + number).repeats(2 + number, call("status")), false, number);
        }
        Files.write(events, eventLines);
        Files.write(
                labels,
                labelLines.stream()
                        .map(line -> line.replaceAll(", \"task\": \"\\d\"", ""))
                        .toList());

        var data = tuned("--max-false-halts", "0", "--folds", "12");

        assertThat(data.at("/recommended/in_sample/precision").asDouble()).isEqualTo(1.0);
        assertThat(data.at("/recommended/cross_validated/precision").asDouble()).isLessThan(1.0);
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(run("--json").out()).isEqualTo(run("--json").out());
        assertThat(run("--json", "--seed", "2").out())
                .isNotEqualTo(run("--json").out());
    }

    @Test
    void peopleGetATableOfWhatIsWorthAChoice() {
        var run = run("--max-false-halts", "0");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .first()
                .asString()
                .matches("again@[0-9a-f]{16}: 20 sessions with a label, 10 of them to be stopped; \\d+ settings of"
                        + " times; 5 folds, seed 1");
        assertThat(run.out())
                .contains("recommended times=", "cross-validated: what to expect of others", "chosen in the folds: ")
                .containsPattern("in force, in shadow, with: ripcord patterns activate again --param times=\\d\n");
        assertThat(run.out().lines().filter(line -> line.contains("default"))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(run.err()).contains("130 records judged in ");
    }

    @Test
    void thePlotIsWellFormedAndHasAPointForEachSettingInBothPanels() throws Exception {
        var plot = directory.resolve("plot.svg");

        var settings = tuned("--svg", plot.toString()).path("settings").size();

        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(plot.toFile());
        assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(2 * settings);
        assertThat(Files.readString(plot)).contains("class=\"recommended\"", "class=\"limit\"", "false halts");
    }

    @Test
    void whereNothingKeepsToTheLimitNothingIsRecommended() throws Exception {
        write(directory, "labels.jsonl", """
                {"session_id": "poll-4", "looping": true}
                {"session_id": "loop-4", "looping": false, "success": true}
                """);

        var run = run("--max-false-halts", "0.5");

        assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(run.out())
                .endsWith("no setting that stays within false halts of 0.5 finds any session that is to be stopped\n");
    }

    @Test
    void withoutASessionToBeStoppedThereIsNothingToTune() throws Exception {
        write(directory, "labels.jsonl", "{\"session_id\": \"poll-4\", \"looping\": false}\n");

        assertThat(run().err())
                .contains("error: no session of these events is labelled to be stopped: there is nothing to find\n"
                        + "1 error; nothing was tuned\n");
    }

    @Test
    void anUnknownPatternAndABadLimitAreRefused() {
        for (var slip : List.of("agian", "pattern/agian")) {
            assertThat(tune(slip).err())
                    .startsWith("error: no pattern 'agian' in " + directory + "; did you mean 'again'?\n");
        }
        assertThat(run("--max-false-halts", "1.5").err())
                .startsWith("error: --max-false-halts is 1.5; it must be from 0 to 1");
    }

    private JsonNode tuned(String... options) throws Exception {
        var all = new ArrayList<>(List.of(options));
        all.add("--json");
        return Json.tree(run(all.toArray(String[]::new)).out());
    }

    private CommandRun run(String... options) {
        return tune("pattern/again", options);
    }

    private CommandRun tune(String pattern, String... options) {
        var words = new ArrayList<>(List.of(
                "tune",
                "--patterns",
                directory.toString(),
                "--events",
                events.toString(),
                "--labels",
                labels.toString(),
                "--pattern",
                pattern));
        words.addAll(List.of(options));
        return CommandRun.of(words.toArray(String[]::new));
    }
}
