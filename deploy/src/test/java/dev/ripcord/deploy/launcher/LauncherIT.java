package dev.ripcord.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code bin/ripcord}, on what this build has packaged. */
@Timeout(60)
class LauncherIT {
    private static final Path SCRIPT = Path.of(System.getProperty("ripcord.home"))
            .resolve("deploy/bin/ripcord")
            .toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void itFindsItsHomeThroughLinks() throws Exception {
        var first = Files.createSymbolicLink(directory.resolve("first"), SCRIPT);
        var second = Files.createSymbolicLink(directory.resolve("second"), first.getFileName());

        var run = run(second, Map.of(), "--version");
        Files.delete(second);
        Files.delete(first);

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).startsWith("ripcord 0.").contains("Flink 2.2.1");
    }

    @Test
    void itHandsOnTheExitCode() throws Exception {
        assertThat(run(SCRIPT, Map.of(), "sumbit").exitCode()).isEqualTo(2);
    }

    @Test
    void anOldJavaIsRefusedByItsVersion() throws Exception {
        var home = javaThatSays("openjdk version \"11.0.22\" 2024-01-16");

        var run = run(SCRIPT, Map.of("JAVA_HOME", home.toString()), "--version");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .isEqualTo("ripcord: " + home + "/bin/java is Java 11; Ripcord needs 17 or newer (set JAVA_HOME)\n");
    }

    @Test
    void aMissingJavaIsSaid() throws Exception {
        var run = run(SCRIPT, Map.of("JAVA_HOME", directory.toString()), "--version");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).startsWith("ripcord: no Java found (" + directory + "/bin/java)");
    }

    @Test
    void withoutABuildAndWithoutLeaveToBuildItSaysWhatToDo() throws Exception {
        var copy = directory.resolve("deploy/bin/ripcord");
        Files.createDirectories(copy.getParent());
        Files.copy(SCRIPT, copy);
        executable(copy);

        var run = run(copy, Map.of(), "--version");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).startsWith("ripcord: not built; run it without RIPCORD_SKIP_BUILD");
    }

    private Path javaThatSays(String version) throws IOException {
        var java = directory.resolve("old/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\necho '" + version + "' >&2\n");
        executable(java);
        return directory.resolve("old");
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Run run(Path script, Map<String, String> environment, String argument) throws Exception {
        var builder = new ProcessBuilder(script.toString(), argument).redirectErrorStream(true);
        builder.environment().put("RIPCORD_SKIP_BUILD", "1");
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private record Run(int exitCode, String output) {}
}
