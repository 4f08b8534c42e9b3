package dev.ripcord.jobs.backtest;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.jobs.archive.ArchiveRow;
import dev.ripcord.jobs.archive.ArchiveTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** A table whose topic has one partition: its offset alone is its order. */
final class ControlTable {
    private static final List<ArchiveColumn> COLUMNS =
            List.of(ArchiveColumn.OFFSET, ArchiveColumn.KAFKA_TIME, ArchiveColumn.KEY, ArchiveColumn.VALUE);

    private ControlTable() {}

    /** @return each record once, in the order of the topic */
    static <R> List<R> records(URI root, ArchiveTable table, Function<ArchiveRow, R> shape) {
        TreeMap<Long, R> records = new TreeMap<>();
        try {
            for (ArchiveRow row : ArchiveTables.rows(root, table, COLUMNS)) {
                records.put((Long) row.value(ArchiveColumn.OFFSET), shape.apply(row));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "the archive at " + root + " has a table " + table.folder() + " that cannot be read", unreadable);
        }
        return List.copyOf(records.values());
    }
}
