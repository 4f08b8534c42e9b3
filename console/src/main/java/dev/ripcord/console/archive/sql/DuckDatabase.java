package dev.ripcord.console.archive.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;

/** DuckDB inside this process, without a database of its own: reads and writes Parquet files and keeps nothing. */
public final class DuckDatabase implements AutoCloseable {
    private static Path scratch;

    private final Connection connection;

    private DuckDatabase(Connection connection) {
        this.connection = connection;
    }

    public static DuckDatabase open(MachineShare share) throws SQLException, IOException {
        Properties settings = new Properties();
        // Rows come as they are asked for: a session of any length flows through.
        settings.setProperty("jdbc_stream_results", "true");
        // One of its own, which DuckDB makes and removes: in a common one two of them write the same files.
        settings.setProperty(
                "temp_directory",
                scratch().resolve(UUID.randomUUID().toString()).toString());
        // Nothing of ours needs an extension that is not built in, and nobody fetches one.
        settings.setProperty("autoinstall_known_extensions", "false");
        DuckDatabase database = new DuckDatabase(DriverManager.getConnection("jdbc:duckdb:", settings));
        for (String limit : share.statements()) {
            database.run(limit);
        }
        database.run("SET enable_progress_bar = false");
        return database;
    }

    /** Sessions' texts go there where memory is short: no other user of the machine reads them. */
    private static synchronized Path scratch() throws IOException {
        // A machine may clear away what nobody has used for days.
        if (scratch == null || !Files.isDirectory(scratch)) {
            scratch = Files.createTempDirectory("ripcord-archive");
            scratch.toFile().deleteOnExit();
        }
        return scratch;
    }

    public void run(String statement) throws SQLException {
        try (Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    /** @param values for the question marks of the query, in their order */
    public PreparedStatement prepared(String query, List<String> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        for (int place = 0; place < values.size(); place++) {
            statement.setString(place + 1, values.get(place));
        }
        return statement;
    }

    /** @return the row's numbers; a query for one row */
    public long[] numbers(String query) throws SQLException {
        try (Statement prepared = connection.createStatement();
                ResultSet row = prepared.executeQuery(query)) {
            row.next();
            long[] numbers = new long[row.getMetaData().getColumnCount()];
            for (int column = 0; column < numbers.length; column++) {
                numbers[column] = row.getLong(column + 1);
            }
            return numbers;
        }
    }

    /** @return the first column of the first row; null where there is none */
    public String word(String query) throws SQLException {
        try (Statement prepared = connection.createStatement();
                ResultSet row = prepared.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /**
     * @return by the file's name, what its metadata says under the key; of those that say anything
     * @throws SQLException where the end of one of them is damaged
     */
    public Map<String, String> metadata(List<Path> files, String key) throws SQLException {
        Map<String, String> found = new HashMap<>();
        String query = "SELECT file_name, decode(value) FROM parquet_kv_metadata(" + list(files)
                + ") WHERE decode(key) = " + text(key);
        try (Statement prepared = connection.createStatement();
                ResultSet rows = prepared.executeQuery(query)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }

    /**
     * By name: an older file lacks columns, which are null then, and a newer one has some that nobody asks for.
     *
     * @return all rows of these files, as they stand in SQL
     */
    public static String rowsOf(List<Path> files) {
        return "read_parquet(" + list(files) + ", union_by_name = true, hive_partitioning = false)";
    }

    /** @return as it stands in SQL */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String list(List<Path> files) {
        return files.stream().map(file -> text(file.toString())).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
