package dev.ripcord.console.archive;

import dev.ripcord.archive.ArchiveBucket;
import dev.ripcord.archive.ArchiveFolder;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.console.archive.sql.MachineShare;
import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.console.replay.source.RecordSource;
import dev.ripcord.console.replay.source.Relative;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the archive has of a session. Of each day the one bucket is read that the session lies in, and of its files the
 * parts that can hold it: their Bloom filters and statistics tell.
 */
public final class ArchivedRecords implements RecordSource {
    private static final String OF_SESSION = "session_id = ? AND tenant = ?";
    private static final int MOST_NAMES = 10_000;
    private static final int MOST_LISTINGS = 5;

    private final Path root;
    private final ArchiveFiles files;
    private final ArchiveReader reader;
    private LocalDate first;
    private LocalDate last;

    /** @param root has a folder for each table */
    public ArchivedRecords(Path root) throws IOException {
        this(root, MachineShare.WHOLE);
    }

    /** @param root has a folder for each table */
    public ArchivedRecords(Path root, MachineShare share) throws IOException {
        this.root = root;
        this.files = new ArchiveFiles(root);
        this.reader = new ArchiveReader(root, share);
    }

    @Override
    public RecordCursor open(Topic topic, SessionKey session) throws IOException {
        Optional<ArchiveTable> table = table(topic);
        if (table.isEmpty()) {
            return RecordCursor.NOTHING;
        }
        Predicate<ArchiveBucket> buckets = bucket -> bucket.mayHold(session);
        List<String> values = List.of(session.session(), session.tenant());
        return switch (table.get()) {
            case EVENTS -> noting(rows(table.get(), buckets, OF_SESSION, values));
            case SIGNALS, ACKS -> rows(table.get(), buckets, OF_SESSION, values);
            case HALTS, PATTERNS -> rows(table.get(), buckets, "", List.of());
        };
    }

    /** Compaction replaces files: where one is gone before it was read, its records are in another one. */
    private RecordCursor rows(ArchiveTable table, Predicate<ArchiveBucket> buckets, String where, List<String> values)
            throws IOException {
        for (int listing = 0; listing < MOST_LISTINGS; listing++) {
            List<Path> found = files.of(table, any -> true, buckets);
            RecordCursor rows = reader.rows(found, where, values);
            if (!reader.hasLost(found)) {
                return rows;
            }
            rows.close();
        }
        throw new IOException("the archive's files are replaced while they are read; try again in a moment");
    }

    /** @return every event, of all sessions; sorting them takes as much room on the disk as they have bytes */
    public RecordCursor events() throws IOException {
        return rows(ArchiveTable.EVENTS, any -> true, "", List.of());
    }

    private static Optional<ArchiveTable> table(Topic topic) {
        return Stream.of(ArchiveTable.values())
                .filter(table -> table.topic() == topic)
                .findFirst();
    }

    /** Remembers the days of the session: those that it started began on one of them. */
    private RecordCursor noting(RecordCursor events) {
        return new RecordCursor() {
            @Override
            public LogRecord next() throws IOException, InterruptedException {
                LogRecord record = events.next();
                if (record != null) {
                    LocalDate date = ArchiveFolder.of(record.kafkaTime(), ArchiveBucket.ONLY)
                            .date();
                    first = first == null || date.isBefore(first) ? date : first;
                    last = last == null || date.isAfter(last) ? date : last;
                }
                return record;
            }

            @Override
            public void close() throws IOException {
                events.close();
            }
        };
    }

    @Override
    public List<Relative> relatives(SessionKey session) throws IOException {
        Map<String, Relative> found = new TreeMap<>();
        if (first != null) {
            Predicate<LocalDate> near = date -> !date.isBefore(first) && !date.isAfter(last.plusDays(1));
            List<Path> days = reader.readable(files.of(ArchiveTable.EVENTS, near, any -> true));
            // One question for each column: an equality alone is answered by statistics, without reading most rows.
            for (String above : List.of("parent_session_id", "root_session_id")) {
                below(days, above, session).forEach(one -> found.merge(one.session(), one, Relative::and));
            }
        }
        return List.copyOf(found.values());
    }

    private List<Relative> below(List<Path> days, String column, SessionKey session) throws IOException {
        String columns = "SELECT DISTINCT session_id, parent_session_id, root_session_id";
        String where = column + " = ? AND tenant = ? AND session_id <> ?";
        List<String> values = List.of(session.session(), session.tenant(), session.session());
        return texts(days, columns, where, values, 3).stream()
                .map(row -> new Relative(row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    /** Those of the latest day. */
    @Override
    public List<String> sessions(String tenant) throws IOException {
        List<LocalDate> dates = files.dates(ArchiveTable.EVENTS);
        if (dates.isEmpty()) {
            return List.of();
        }
        LocalDate latest = dates.get(dates.size() - 1);
        List<Path> day = reader.readable(files.of(ArchiveTable.EVENTS, latest::equals, any -> true));
        String columns = "SELECT DISTINCT session_id";
        return texts(day, columns, "tenant = ? AND session_id IS NOT NULL LIMIT " + MOST_NAMES, List.of(tenant), 1)
                .stream()
                .map(row -> row.get(0))
                .sorted()
                .toList();
    }

    private List<List<String>> texts(List<Path> of, String select, String where, List<String> values, int columns)
            throws IOException {
        List<List<String>> found = new ArrayList<>();
        if (of.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = reader.prepared(select + ArchiveReader.from(of, where), values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(rows.getString(column));
                }
                found.add(row);
            }
        } catch (SQLException unreadable) {
            throw reader.unreadable(unreadable);
        }
        return found;
    }

    @Override
    public List<String> remarks() {
        return reader.remarks();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    @Override
    public String toString() {
        return "archive " + root;
    }
}
