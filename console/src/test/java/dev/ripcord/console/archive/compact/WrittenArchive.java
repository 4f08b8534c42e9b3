package dev.ripcord.console.archive.compact;

import dev.ripcord.archive.ArchiveBucket;
import dev.ripcord.archive.ArchiveFolder;
import dev.ripcord.archive.ArchiveTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An archive in a directory, with few columns, written and read by DuckDB. */
final class WrittenArchive implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private final Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    private final Path root;

    WrittenArchive(Path root) throws SQLException {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path folder(ArchiveTable table) {
        return root.resolve(table.folder()).resolve(new ArchiveFolder(DAY, ArchiveBucket.ONLY).path());
    }

    /** @param rows each {@code tenant session offset}; all of partition 0 */
    Path write(ArchiveTable table, String name, String... rows) throws IOException, SQLException {
        return writeAs("1", "", table, name, rows);
    }

    /**
     * @param version of the schema, as the file says it
     * @param more further columns, as SQL, with a comma in front
     */
    Path writeAs(String version, String more, ArchiveTable table, String name, String... rows)
            throws IOException, SQLException {
        Path file = Files.createDirectories(folder(table)).resolve(name);
        String values = Stream.of(rows).map(WrittenArchive::values).collect(Collectors.joining(", "));
        run(
                "COPY (SELECT nullif(t, '-') AS tenant, nullif(s, '-') AS session_id, 0 AS partition, o::BIGINT AS \"offset\","
                        + " 1769900000000 + o AS kafka_time" + more
                        + ", repeat('v' || o, 50)::BLOB AS value FROM (VALUES "
                        + values + ") AS rows(t, s, o)) TO '" + file
                        + "' (FORMAT parquet, COMPRESSION zstd, KV_METADATA"
                        + " {'ripcord.archive.schema': '" + version + "'})");
        return file;
    }

    private static String values(String row) {
        String[] parts = row.split(" ");
        return "('%s', '%s', %s)".formatted(parts[0], parts[1], parts[2]);
    }

    void run(String statement) throws SQLException {
        try (Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    /** @return {@code tenant session offset} of the records, in the order of the files */
    List<String> records(ArchiveTable table) throws SQLException {
        return ask("SELECT concat_ws(' ', coalesce(tenant, '-'), coalesce(session_id, '-'), \"offset\") FROM %s"
                .formatted(files(table)));
    }

    /** @return all of it that must survive */
    List<String> contents(ArchiveTable table) throws SQLException {
        return ask("SELECT DISTINCT rows::VARCHAR FROM %s AS rows ORDER BY 1".formatted(files(table)));
    }

    /** @return names and types of the columns, in their order */
    List<String> columns(ArchiveTable table) throws SQLException {
        return ask("SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM %s)".formatted(files(table)));
    }

    String files(ArchiveTable table) {
        return "read_parquet('%s/part-*.parquet', union_by_name = true, hive_partitioning = false)"
                .formatted(folder(table));
    }

    List<String> ask(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        }
    }

    /** @return the names of all files, hidden ones too */
    List<String> names(ArchiveTable table) throws IOException {
        try (Stream<Path> files = Files.list(folder(table))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
