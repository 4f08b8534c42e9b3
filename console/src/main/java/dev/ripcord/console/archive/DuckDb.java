package dev.ripcord.console.archive;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** DuckDB inside this process, without a database: it reads Parquet files and keeps nothing. */
final class DuckDb {
    private DuckDb() {}

    static Connection open() throws SQLException {
        Properties settings = new Properties();
        // Rows come as they are asked for: a session of any length flows through.
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("temp_directory", System.getProperty("java.io.tmpdir"));
        // Nothing of ours needs an extension that is not built in, and nobody fetches one.
        settings.setProperty("autoinstall_known_extensions", "false");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET enable_progress_bar = false");
            statement.execute("SET parquet_metadata_cache = true");
            statement.execute("SET preserve_insertion_order = false");
        }
        return connection;
    }
}
