package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.local.LocalFlink;
import dev.ripcord.deploy.local.LocalGuard;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One command, several patterns, and a running guard, which answers for each. */
@Timeout(120)
class SeveralPatternsTest {
    @TempDir
    private Path directory;

    private LocalGuard guard;

    @BeforeEach
    void start() {
        guard = LocalGuard.start(List.of(), LocalFlink.FREE_PORT);
    }

    @AfterEach
    void stop() {
        guard.close();
    }

    /** What the README says to type, word for word. */
    @Test
    void theWholeLibraryIsPutInShadowAndThatWhichProvesItsCasePromoted() throws Exception {
        var library = Path.of("..", "patterns", "library").toString();
        int published = (int) patterns("publish", library).out().lines().count();

        var run = patterns("activate", "--all");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .hasSize(published)
                .allMatch(line -> line.matches("[a-z-]+@[0-9a-f]{16} \\(shadow\\) is active from 20[0-9T:.-]+Z"));
        assertThat(modes()).hasSize(published).containsValue("shadow").doesNotContainValue("enforce");
        assertThat(patterns("promote", "identical-call", "alternating-pair").out())
                .containsPattern("identical-call@[0-9a-f]{16} \\(enforce\\) is active from ")
                .containsPattern("alternating-pair@[0-9a-f]{16} \\(enforce\\) is active from ");
        var again = patterns("activate", "--all");
        assertThat(again.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(again.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(published + " are in force already and stay as they are: ")
                                .contains("identical-call"),
                        line -> assertThat(line).isEqualTo("no other pattern is published; nothing was activated"));
        assertThat(modes()).containsEntry("identical-call", "enforce").containsEntry("tool-cycle", "shadow");
    }

    @Test
    void severalAreToldOneByOneAndTakenBackOneByOne() throws Exception {
        published("first", "second", "third");
        assertThat(patterns("activate", "first").exitCode()).isEqualTo(ExitCode.OK);

        var run = patterns("activate", "pattern/second", "first", "second", "--reason", "to be looked at");

        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("first@").contains(" (shadow) is active already, since "),
                        line -> assertThat(line).startsWith("second@").contains(" (shadow) is active from "));
        var data =
                patterns("promote", "first", "second", "--json").out().lines().toList();
        assertThat(data).hasSize(2);
        assertThat(Json.tree(data.get(0)).at("/activation/id").asText()).isEqualTo("first");
        assertThat(Json.tree(data.get(1)).at("/answer/status").asText()).isEqualTo("active");

        var back = patterns("rollback", "first", "second");
        assertThat(back.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(back.out().lines()).hasSize(2).allMatch(line -> line.contains(" (shadow) is active from "));
        assertThat(back.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("undo: ripcord patterns activate first@"),
                        line -> assertThat(line).startsWith("undo: ripcord patterns activate second@"));
        patterns("promote", "first");
        var demoted = patterns("demote", "first", "second");
        assertThat(demoted.out().lines()).singleElement().asString().startsWith("first@");
        assertThat(demoted.err()).isEqualTo("second is in shadow already\n");
        assertThat(patterns("deactivate", "second", "first").out())
                .matches("second is not active from .*\nfirst is not active from .*\n");
        assertThat(modes()).containsOnlyKeys("first", "second", "third").containsEntry("first", "none");
    }

    private void published(String... ids) throws Exception {
        for (var id : ids) {
            repeatedCall(directory, id, 3);
        }
        assertThat(patterns("publish", directory.toString()).exitCode()).isEqualTo(ExitCode.OK);
    }

    private Map<String, String> modes() throws Exception {
        var modes = new TreeMap<String, String>();
        for (var pattern : Json.tree(patterns("list", "--json").out())) {
            modes.put(
                    pattern.path("id").asText(), pattern.at("/activation/mode").asText("none"));
        }
        return modes;
    }

    private CommandRun patterns(String... words) {
        var all = new ArrayList<>(List.of("patterns"));
        all.addAll(List.of(words));
        all.addAll(List.of("--bootstrap", guard.bootstrapServers()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}
