package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static dev.ripcord.deploy.command.PatternTexts.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path directory;

    @Test
    void validFilesAreCountedWithTheirDefinitions() throws Exception {
        repeatedCall(directory, "one", 3);
        write(directory, "two.yml", repeatedCall("two", 3) + "---\n" + repeatedCall("three", 3));

        var run = CommandRun.of("check", directory.toString());

        assertThat(run).isEqualTo(new CommandRun(ExitCode.OK, "2 files, 3 definitions: all right\n", ""));
    }

    @Test
    void everyErrorIsShownWithItsPlaceAndThenCounted() throws Exception {
        repeatedCall(directory, "good", 3);
        var bad = write(
                directory, "bad.yaml", repeatedCall("bad", 1).replace("call.count >= params.times", "call.cont > 'x'"));

        var run = CommandRun.of("check", directory.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(bad + ":8:21: error: parameter times is 1; it must be at least 2 (minimum)\n")
                .contains(bad + ":11:")
                .contains("^\n")
                .endsWith("errors in 1 of 2 files\n");
    }

    @Test
    void aFileThatIsNotThereIsAnError() {
        var run = CommandRun.of("check", directory.resolve("none.yaml").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.out()).contains("none.yaml:1:1: error:").endsWith("1 error in 1 of 1 file\n");
    }

    @Test
    void withoutAPathTheShippedLibraryIsChecked() throws Exception {
        var before = System.getProperty("ripcord.home");
        try {
            System.setProperty("ripcord.home", directory.toString());
            var library = Files.createDirectories(directory.resolve("patterns").resolve("library"));
            repeatedCall(library, "shipped", 3);

            assertThat(CommandRun.of("check").out()).isEqualTo("1 file, 1 definition: all right\n");
        } finally {
            restore(before);
        }
    }

    @Test
    void asJsonBothDefinitionsAndProblemsAreData() throws Exception {
        repeatedCall(directory, "good", 3);
        write(directory, "bad.yaml", repeatedCall("bad", 1));

        var run = CommandRun.of("check", "--json", directory.toString());

        var data = Json.tree(run.out());
        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(data.path("files").asInt()).isEqualTo(2);
        assertThat(data.path("definitions").findValuesAsText("id")).containsExactly("good");
        assertThat(data.at("/definitions/0/action").asText()).isEqualTo("halt");
        assertThat(data.at("/definitions/0/cost").asText()).isEqualTo("cheap");
        assertThat(data.at("/problems/0/line").asInt()).isEqualTo(8);
        assertThat(data.at("/problems/0/message").asText()).startsWith("parameter times is 1");
    }

    private static void restore(String home) {
        if (home == null) {
            System.clearProperty("ripcord.home");
        } else {
            System.setProperty("ripcord.home", home);
        }
    }
}
