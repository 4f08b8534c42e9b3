package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static dev.ripcord.deploy.command.PatternTexts.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One command and several patterns, with a broker alone: what is written, what is refused, and what is left out. */
@Timeout(60)
class SeveralPatternsWithoutGuardTest {
    @TempDir
    private Path directory;

    private LocalKafka kafka;

    @BeforeEach
    void aBroker() throws Exception {
        kafka = LocalKafka.start();
        Topics.create(kafka.bootstrapServers());
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsWritten() throws Exception {
        published("probable", "other");
        write(directory, "beats.yaml", PatternTexts.exempt("beats", "beat"));
        patterns("publish", directory.toString());

        var run = patterns("activate", "other", "probabel", "beats", "other@nope", "--mode", "shadow");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("error: no definition 'probabel' is published; did you mean 'probable'?"),
                        line -> assertThat(line)
                                .startsWith("error: beats says what tools are")
                                .endsWith("no shadow"),
                        line -> assertThat(line).startsWith("error: no published definition is other@nope; there are "),
                        line -> assertThat(line).isEqualTo("3 errors; nothing was activated"));
        assertThat(activated()).isEmpty();
        assertThat(patterns("activate", "other", "probable", "other@", "--no-wait")
                        .err())
                .isEqualTo("error: other is named 2 times, and one definition of an id is in force; name it once\n"
                        + "1 error; nothing was activated\n");

        patterns("activate", "other", "--no-wait");
        for (var change : List.of("promote", "demote", "deactivate", "rollback")) {
            var half = patterns(change, "othr", "probable", "other", "--no-wait");
            assertThat(half.exitCode()).as(change).isEqualTo(ExitCode.FAILED);
            assertThat(half.err()).as(change).contains("did you mean 'other'?", "'probable'", "s; nothing was ");
        }
        assertThat(activated()).containsExactly("other shadow");
    }

    /** A guard that does not run is waited for once, not for each pattern. */
    @Test
    void aSilentGuardIsToldOfOnceAndWhatItHasNotTakenIsAskedForAgain() throws Exception {
        published("first", "second");

        var run = patterns("activate", "--all", "--wait", "300ms");

        assertThat(run)
                .isEqualTo(new CommandRun(
                        ExitCode.FAILED,
                        "",
                        "error: no guard answered within 300ms for first, second; they are written, and count as soon"
                                + " as a guard runs (see: ripcord patterns list)\n"));
        assertThat(activated()).containsExactly("first shadow", "second shadow");

        patterns("promote", "first", "--no-wait");
        var again = patterns("activate", "--all", "--no-wait");
        assertThat(again)
                .isEqualTo(new CommandRun(
                        ExitCode.OK,
                        "",
                        "1 is in force already and stays as it is: first\n"
                                + "second is written; the guard was not waited for\n"));
        assertThat(activated()).containsExactly("first enforce", "second shadow");
    }

    @Test
    void allLeavesToThePersonWhatAPersonHasSaidAndWhatHasNoShadow() throws Exception {
        published("ended", "fresh", "newer", "stricter");
        write(directory, "beats.yaml", PatternTexts.exempt("beats", "beat"));
        patterns("publish", directory.toString());
        patterns("activate", "ended", "stricter", "--no-wait");
        patterns("activate", "stricter", "--param", "times=2", "--no-wait");
        patterns("activate", "newer", "--mode", "enforce", "--no-wait");
        patterns("deactivate", "ended", "--actor", "maria", "--reason", "too loud", "--no-wait");
        write(directory, "newer.yaml", PatternTexts.repeatedCall("newer", 4).replace("version: 1", "version: 2"));
        patterns("publish", directory.toString());

        var run = patterns("activate", "--all", "--no-wait");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.err().replaceAll("[0-9a-f]{16}", "HASH").lines())
                .containsExactly(
                        "skipped beats: it says what tools are, for every pattern alike, those that are enforced too,"
                                + " and has no shadow; by name: ripcord patterns activate beats",
                        "skipped ended: maria took it out of force (too loud); by name: ripcord patterns activate"
                                + " ended",
                        "skipped newer: another version is in force than newer@HASH, the latest; by name: ripcord"
                                + " patterns activate newer --mode enforce",
                        "1 is in force already and stays as it is: stricter",
                        "fresh is written; the guard was not waited for");
        assertThat(activated()).containsExactly("fresh shadow", "newer enforce", "stricter shadow");
    }

    @Test
    void whatDoesNotGoTogetherIsRefusedWithEachReason() throws Exception {
        published("first", "second");

        assertThat(patterns("activate", "first", "--all", "--mode", "enforce", "--param", "times=4", "--again"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID))
                .satisfies(run -> assertThat(run.err().lines())
                        .satisfiesExactly(
                                line -> assertThat(line).contains("not both"),
                                line -> assertThat(line).contains("enforced by name", "ripcord patterns promote ID"),
                                line -> assertThat(line).contains("--param is for one definition"),
                                line -> assertThat(line).contains("--again is for what is in force already"),
                                line -> assertThat(line).isEqualTo("4 errors; nothing was activated")));
        assertThat(patterns("activate", "first", "second", "--param", "times=4"))
                .isEqualTo(new CommandRun(
                        ExitCode.INVALID,
                        "",
                        "error: --param is for one definition, and 2 are named; give each its parameters by itself\n"
                                + "1 error; nothing was activated\n"));
        assertThat(patterns("activate").err())
                .isEqualTo("error: Missing required parameter: 'ID[@HASH]', once or more; or --all\n"
                        + "see: ripcord patterns activate --help\n");
        assertThat(activated()).isEmpty();
    }

    @Test
    void whereNothingIsPublishedAllIsNothing() {
        assertThat(patterns("activate", "--all"))
                .isEqualTo(new CommandRun(
                        ExitCode.INVALID,
                        "",
                        "error: no definition is published; publish it with: ripcord patterns publish FILE\n"
                                + "1 error; nothing was activated\n"));
    }

    private void published(String... ids) throws Exception {
        for (var id : ids) {
            repeatedCall(directory, id, 3);
        }
        assertThat(patterns("publish", directory.toString()).exitCode()).isEqualTo(ExitCode.OK);
    }

    /** @return {@code ID MODE} of each that an activation puts in force */
    private List<String> activated() throws Exception {
        var activated = new ArrayList<String>();
        for (var pattern : Json.tree(patterns("list", "--json").out())) {
            if (pattern.has("activation")) {
                activated.add(pattern.path("id").asText() + " "
                        + pattern.at("/activation/mode").asText());
            }
        }
        return activated;
    }

    private CommandRun patterns(String... words) {
        var all = new ArrayList<>(List.of("patterns"));
        all.addAll(List.of(words));
        all.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}
