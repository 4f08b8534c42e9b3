package dev.ripcord.console.archive;

import dev.ripcord.console.archive.sql.DuckDatabase;
import dev.ripcord.console.archive.sql.MachineShare;
import dev.ripcord.console.replay.source.RecordCursor;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Reads rows out of files, and goes on without those that turn out to be damaged. */
final class ArchiveReader implements AutoCloseable {
    private final DuckDatabase database;
    private final FileCheck check;

    ArchiveReader(Path root, MachineShare share) throws IOException {
        try {
            database = DuckDatabase.open(share);
            database.run("SET parquet_metadata_cache = true");
            database.run("SET preserve_insertion_order = false");
        } catch (SQLException noDuckDb) {
            throw new IOException("DuckDB does not start: " + noDuckDb.getMessage(), noDuckDb);
        }
        check = new FileCheck(database, root);
    }

    /**
     * @param where condition over the archive's columns, with question marks for the values; empty for all rows
     * @return in the order of (partition, offset)
     */
    RecordCursor rows(List<Path> files, String where, List<String> values) throws IOException {
        List<Path> readable = check.readable(files);
        if (readable.isEmpty()) {
            return RecordCursor.NOTHING;
        }
        try {
            return open(readable, where, values);
        } catch (SQLException damaged) {
            readable.forEach(file -> probe(file, where, values));
            return again(check.readable(readable), where, values);
        }
    }

    private RecordCursor again(List<Path> files, String where, List<String> values) throws IOException {
        try {
            return files.isEmpty() ? RecordCursor.NOTHING : open(files, where, values);
        } catch (SQLException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** In words that anybody may read who asks the server: they do not tell where the archive lies. */
    IOException unreadable(SQLException why) {
        return new IOException("the archive cannot be read: " + check.words(why), why);
    }

    private RowCursor open(List<Path> files, String where, List<String> values) throws SQLException {
        return new RowCursor(prepared(
                "SELECT " + RowCursor.COLUMNS + from(files, where) + " ORDER BY \"partition\", \"offset\"", values));
    }

    private void probe(Path file, String where, List<String> values) {
        String query = "SELECT count(\"value\"), count(\"key\"), max(\"offset\")" + from(List.of(file), where);
        try (PreparedStatement statement = prepared(query, values)) {
            statement.executeQuery().close();
        } catch (SQLException damaged) {
            check.refuse(file, damaged);
        }
    }

    static String from(List<Path> files, String where) {
        return " FROM " + DuckDatabase.rowsOf(files) + (where.isEmpty() ? "" : " WHERE " + where);
    }

    PreparedStatement prepared(String query, List<String> values) throws SQLException {
        return database.prepared(query, values);
    }

    /** @return those of the files that can be read */
    List<Path> readable(List<Path> files) {
        return check.readable(files);
    }

    /** @return whether one of the files could not be read since it is not there any more */
    boolean hasLost(List<Path> files) {
        return check.hasLost(files);
    }

    List<String> remarks() {
        return check.remarks();
    }

    @Override
    public void close() throws IOException {
        try {
            database.close();
        } catch (SQLException stillOpen) {
            throw new IOException(stillOpen);
        }
    }
}
