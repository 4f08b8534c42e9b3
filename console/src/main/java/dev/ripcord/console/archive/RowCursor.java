package dev.ripcord.console.archive;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.topic.Position;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of a table as records, each place in the log once: until files are compacted, some have the same rows. */
final class RowCursor implements RecordCursor {
    /** What it reads, in this order. */
    static final String COLUMNS = "\"partition\", \"offset\", kafka_time, \"key\", \"value\"";

    private final PreparedStatement statement;
    private final ResultSet rows;
    private LogRecord ahead;
    private Position latest;

    /** @throws SQLException where the rows cannot be read: the first is read here, and for it all were sorted */
    RowCursor(PreparedStatement statement) throws SQLException {
        this.statement = statement;
        try {
            this.rows = statement.executeQuery();
            this.ahead = read();
        } catch (SQLException unreadable) {
            statement.close();
            throw unreadable;
        }
    }

    @Override
    public LogRecord next() throws IOException {
        LogRecord found = ahead;
        try {
            ahead = found == null ? null : read();
        } catch (SQLException unreadable) {
            throw new IOException("the archive cannot be read on: " + unreadable.getMessage(), unreadable);
        }
        return found;
    }

    private LogRecord read() throws SQLException {
        while (rows.next()) {
            Position position = new Position(rows.getInt(1), rows.getLong(2));
            if (!position.equals(latest)) {
                latest = position;
                return new LogRecord(position, rows.getLong(3), rows.getString(4), rows.getBytes(5));
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        try {
            statement.close();
        } catch (SQLException stillOpen) {
            throw new IOException(stillOpen);
        }
    }
}
