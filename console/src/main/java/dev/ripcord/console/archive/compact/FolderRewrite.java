package dev.ripcord.console.archive.compact;

import static dev.ripcord.console.archive.sql.DuckDatabase.rowsOf;
import static dev.ripcord.console.archive.sql.DuckDatabase.text;

import dev.ripcord.archive.ArchiveFolder;
import dev.ripcord.archive.ArchiveSchema;
import dev.ripcord.console.archive.sql.DuckDatabase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Writes a folder's records into one file, sorted by session, in place of those that they come from.
 *
 * <p>The new file is written under a hidden name, shown, and only then are the old ones deleted. A crash in between
 * leaves records in two files, which every reader drops by their position and the next run puts right; a crash before
 * leaves a hidden file, which the next run deletes. Nothing is lost at any moment.
 */
final class FolderRewrite {
    private static final String HIDDEN = ".tmp-";
    private static final String SORTED = "part-sorted-";

    /** Bytes of a row group: a session of a thousand events is found in one or two of them. */
    private static final long ROW_GROUP_BYTES = 16L * 1024 * 1024;

    /** DuckDB works on so many rows at a time, and takes multiples of it. */
    private static final long LEAST_ROWS = 2_048;

    private static final long MOST_ROWS = 32_768;

    private final DuckDatabase database;

    FolderRewrite(DuckDatabase database) {
        this.database = database;
    }

    /** @return what became of the folder: its records are in one file, each once */
    FolderChange compacted(ArchiveDirectory directory) throws IOException, SQLException {
        if (isDone(directory.files())) {
            return FolderChange.none(directory, List.of());
        }
        ReadableFiles readable = ReadableFiles.among(directory.files(), database);
        List<Path> files = readable.files();
        return isDone(files)
                ? FolderChange.none(directory, readable.skipped())
                : rewritten(directory, readable, Retention.KEEP_ALL, sizes(files, Retention.KEEP_ALL));
    }

    /**
     * @param keep SQL condition on the records that are to stay
     * @return what became of the folder; where none of its records are to go, nothing
     */
    FolderChange cleared(ArchiveDirectory directory, String keep) throws IOException, SQLException {
        ReadableFiles readable = ReadableFiles.among(directory.files(), database);
        Sizes sizes = readable.files().isEmpty() ? Sizes.NONE : sizes(readable.files(), keep);
        if (sizes.distinct == sizes.kept) {
            return FolderChange.none(directory, readable.skipped());
        }
        FolderChange change = rewritten(directory, readable, keep, sizes);
        deleteIfEmpty(directory.path());
        deleteIfEmpty(directory.path().getParent());
        return change;
    }

    private static boolean isDone(List<Path> files) {
        return files.isEmpty()
                || files.size() == 1 && files.get(0).getFileName().toString().startsWith(SORTED);
    }

    private FolderChange rewritten(ArchiveDirectory directory, ReadableFiles readable, String keep, Sizes sizes)
            throws IOException, SQLException {
        deleteAll(directory.files(name -> name.startsWith(HIDDEN)));
        if (sizes.kept > 0) {
            publish(directory.path(), readable.files(), keep, sizes);
        }
        deleteAll(readable.files());
        return new FolderChange(
                directory,
                readable.files().size(),
                sizes.kept,
                sizes.rows - sizes.distinct,
                sizes.distinct - sizes.kept,
                readable.skipped());
    }

    private Sizes sizes(List<Path> files, String keep) throws SQLException {
        long[] found = database.numbers("SELECT count(*), count(DISTINCT (partition, \"offset\")),"
                + " count(DISTINCT (partition, \"offset\")) FILTER (WHERE " + keep + "),"
                + " coalesce(sum(octet_length(value)), 0) FROM " + rowsOf(files));
        return new Sizes(found[0], found[1], found[2], found[3]);
    }

    private void publish(Path directory, List<Path> files, String keep, Sizes sizes) throws IOException, SQLException {
        String id = UUID.randomUUID() + ArchiveFolder.SUFFIX;
        Path hidden = directory.resolve(HIDDEN + id);
        database.run("COPY (SELECT * FROM " + rowsOf(files) + " WHERE " + keep
                + (sizes.rows == sizes.distinct
                        ? ""
                        : " QUALIFY row_number() OVER (PARTITION BY partition, \"offset\") = 1")
                + " ORDER BY tenant, session_id, partition, \"offset\") TO " + text(hidden.toString())
                + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE " + sizes.rowsOfGroup() + ", KV_METADATA {"
                + text(ArchiveSchema.METADATA_KEY) + ": " + text(ArchiveSchema.VERSION) + "})");
        long written = database.numbers("SELECT count(*) FROM " + rowsOf(List.of(hidden)))[0];
        if (written != sizes.kept) {
            throw new IOException(hidden + " has " + written + " records, not " + sizes.kept + "; nothing was changed");
        }
        // The old files are deleted next: what is not on the disk by then is lost with the power.
        try (FileChannel file = FileChannel.open(hidden, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(hidden, directory.resolve(SORTED + id), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteIfEmpty(Path directory) throws IOException {
        try {
            Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException inUse) {
            // Somebody writes here, or something in it cannot be read.
        }
    }

    private static void deleteAll(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private record Sizes(long rows, long distinct, long kept, long bytes) {
        static final Sizes NONE = new Sizes(0, 0, 0, 0);

        long rowsOfGroup() {
            long average = Math.max(1, bytes / Math.max(1, rows));
            long fitting = ROW_GROUP_BYTES / average / LEAST_ROWS * LEAST_ROWS;
            return Math.max(LEAST_ROWS, Math.min(MOST_ROWS, fitting));
        }
    }
}
