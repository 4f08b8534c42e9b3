package dev.ripcord.console.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;

/** DuckDB inside this process, without a database: it reads Parquet files and keeps nothing. */
final class DuckDb {
    private static Path scratch;

    private DuckDb() {}

    /** Sessions' texts go there where memory is short: no other user of the machine reads them. */
    private static synchronized Path scratch() throws IOException {
        // A machine may clear away what nobody has used for days.
        if (scratch == null || !Files.isDirectory(scratch)) {
            scratch = Files.createTempDirectory("ripcord-archive");
            scratch.toFile().deleteOnExit();
        }
        return scratch;
    }

    static Connection open(MachineShare share) throws SQLException, IOException {
        Properties settings = new Properties();
        // Rows come as they are asked for: a session of any length flows through.
        settings.setProperty("jdbc_stream_results", "true");
        // One of its own, which DuckDB makes and removes: in a common one two of them write the same files.
        settings.setProperty(
                "temp_directory",
                scratch().resolve(UUID.randomUUID().toString()).toString());
        // Nothing of ours needs an extension that is not built in, and nobody fetches one.
        settings.setProperty("autoinstall_known_extensions", "false");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement statement = connection.createStatement()) {
            for (String limit : share.statements()) {
                statement.execute(limit);
            }
            statement.execute("SET enable_progress_bar = false");
            statement.execute("SET parquet_metadata_cache = true");
            statement.execute("SET preserve_insertion_order = false");
        }
        return connection;
    }
}
