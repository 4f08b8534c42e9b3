package dev.ripcord.console.archive.compact;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** DuckDB in this process, without a file of its own: reads and writes Parquet. */
final class DuckDatabase implements AutoCloseable {
    private final Connection connection;

    private DuckDatabase(Connection connection) {
        this.connection = connection;
    }

    /** @param scratch a directory for what does not fit into memory */
    static DuckDatabase open(Path scratch) throws SQLException {
        DuckDatabase database = new DuckDatabase(DriverManager.getConnection("jdbc:duckdb:"));
        database.run("SET temp_directory = " + text(scratch.toString()));
        return database;
    }

    void run(String statement) throws SQLException {
        try (Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    /** @return the row's numbers; a query for one row */
    long[] numbers(String query) throws SQLException {
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
    String word(String query) throws SQLException {
        try (Statement prepared = connection.createStatement();
                ResultSet row = prepared.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** @return all rows of these files, columns by name */
    static String rowsOf(List<Path> files) {
        return "read_parquet(["
                + files.stream().map(file -> text(file.toString())).collect(Collectors.joining(", "))
                + "], union_by_name = true, hive_partitioning = false)";
    }

    /** @return as it stands in SQL */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
