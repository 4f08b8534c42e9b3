package dev.ripcord.jobs;

import dev.ripcord.archive.ArchiveTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** An archive as a program that is not ours reads it: DuckDB, over whatever files are finished. */
final class ArchiveFiles implements AutoCloseable {
    private final Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    private final Path root;

    ArchiveFiles(Path root) throws SQLException {
        this.root = root;
    }

    /**
     * @param expression of a column, or of several
     * @return its values as text, in the order of the log; nothing as long as there is no file
     */
    List<String> all(ArchiveTable table, String expression) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT (%s)::VARCHAR FROM read_parquet('%s', filename = true)"
                                .formatted(expression, glob(table))
                        + " ORDER BY partition, \"offset\"")) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        } catch (SQLException failed) {
            if (failed.getMessage().contains("No files found")) {
                return List.of();
            }
            throw failed;
        }
    }

    /** @return the texts that the query gives in its first column; {@code %s} stands for the files of the table */
    List<String> ask(ArchiveTable table, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query.formatted("'" + glob(table) + "'"))) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        }
    }

    private String glob(ArchiveTable table) {
        return root.resolve(table.folder()) + "/*/*/part-*.parquet";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
