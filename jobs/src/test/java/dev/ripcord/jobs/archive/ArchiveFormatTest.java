package dev.ripcord.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.archive.ArchiveTable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another reader finds in the files. */
class ArchiveFormatTest {
    private static final int RECORDS = 20_000;

    @TempDir
    private Path directory;

    @Test
    void eachFileSaysItsVersionAndEachColumnHasItsType() throws Exception {
        String file = write(ArchiveTable.EVENTS, 3);

        assertThat(ask("SELECT decode(key) || '=' || decode(value) FROM parquet_kv_metadata('" + file
                        + "') WHERE decode(key) LIKE 'ripcord%'"))
                .containsExactly("ripcord.archive.schema=1");
        assertThat(ask("SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM '" + file + "')"))
                .contains("tenant VARCHAR", "partition INTEGER", "offset BIGINT", "fingerprint BIGINT", "value BLOB")
                .hasSize(23);
        assertThat(ask("SELECT DISTINCT compression FROM parquet_metadata('" + file + "')"))
                .containsExactly("ZSTD");
    }

    @Test
    void oneEventOfManyIsFoundWithoutReadingTheOthers() throws Exception {
        String file = write(ArchiveTable.EVENTS, RECORDS);

        assertThat(ask("SELECT DISTINCT row_group_id FROM parquet_metadata('" + file + "')"))
                .hasSizeGreaterThan(1);
        assertThat(ask("SELECT bloom_filter_excludes::VARCHAR FROM parquet_bloom_probe('" + file
                        + "', 'event_id', 'event-77') ORDER BY 1"))
                .contains("false", "true");
        assertThat(ask("SELECT \"offset\"::VARCHAR FROM '" + file + "' WHERE event_id = 'event-77'"))
                .containsExactly("77");
    }

    @Test
    void theValuesThatAreOnlyKeptHaveNoStatistics() throws Exception {
        String file = write(ArchiveTable.SIGNALS, 10);

        assertThat(ask("SELECT count(*)::VARCHAR FROM parquet_metadata('" + file
                        + "') WHERE path_in_schema = 'value' AND stats_min IS NULL"))
                .containsExactly("1");
    }

    private String write(ArchiveTable table, int records) throws IOException {
        return SampleFile.write(directory.resolve(table.folder() + ".parquet"), table, records);
    }

    private static List<String> ask(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        }
    }
}
