package dev.ripcord.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCommandTest {
    @TempDir
    private Path root;

    private Path folder() {
        return root.resolve("events/date=2026-01-31/bucket=00-of-01");
    }

    private void write(String name, String tenant, int offset) throws IOException, SQLException {
        Files.createDirectories(folder());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT '" + tenant + "' AS tenant, 's' AS session_id, 0 AS partition, " + offset
                    + " AS \"offset\", 'v'::BLOB AS value) TO '" + folder().resolve(name)
                    + "' (FORMAT parquet, KV_METADATA {'ripcord.archive.schema': '1'})");
        }
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.count();
        }
    }

    @Test
    void compactSaysFolderByFolderWhatItDid() throws Exception {
        write("part-1.parquet", "a", 0);
        write("part-2.parquet", "a", 0);

        var run = CommandRun.of("archive", "compact", root.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .isEqualTo("events/date=2026-01-31/bucket=00-of-01: 1 record kept of 2 files, 1 repeat dropped\n");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheExitCodeSaysSo() throws Exception {
        write("part-1.parquet", "a", 0);
        write("part-2.parquet", "a", 1);
        Files.writeString(folder().resolve("part-cut.parquet"), "PAR1");

        var run = CommandRun.of("archive", "compact", root.toString(), "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(run.out()).contains("\"kept\":2").contains("part-cut.parquet");
        assertThat(run.err()).contains("skipped ").contains("1 file could not be read and stayed as before");
        assertThat(files()).isEqualTo(2);
    }

    @Test
    void retainTakesATimeForEachTenant() throws Exception {
        write("part-1.parquet", "a", 0);
        write("part-2.parquet", "b", 1);

        var run = CommandRun.of("archive", "retain", root.toString(), "--tenant", "a=1d", "--tenant", "b=36500d");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("1 record kept of 2 files, 1 dropped as their time is over");
    }

    @Test
    void aRootThatIsNoDirectoryIsRefused() {
        var run = CommandRun.of("archive", "compact", "s3://bucket/ripcord");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("is no directory; give the root of an archive on disk");
    }

    @Test
    void aRootThatIsAWildcardToDuckDbIsRefusedBeforeAnythingIsChanged() throws Exception {
        var several = Files.createDirectory(root.resolve("year[12]"));

        for (String what : List.of("compact", "retain")) {
            var run = CommandRun.of("archive", what, several.toString());

            assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
            assertThat(run.err()).contains("DuckDB takes *, ? and [ for wildcards", "nothing was changed");
        }
    }
}
