package dev.ripcord.console.archive.compact;

import dev.ripcord.console.archive.sql.DuckDatabase;
import dev.ripcord.console.archive.sql.MachineShare;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps an archive in a directory in order: few sorted files instead of many, and nothing beyond its time.
 *
 * <p>Safe beside ArchiveJob and readers, and to be stopped at any moment: see {@link FolderRewrite}. What cannot be read
 * is named and left alone.
 */
public final class ArchiveUpkeep {
    private final Path root;
    private final Instant now;
    private final Consumer<FolderChange> told;

    /** @param told is told of each folder that was changed, or in which something could not be read */
    public ArchiveUpkeep(Path root, Instant now, Consumer<FolderChange> told) {
        this.root = root;
        this.now = now;
        this.told = told;
    }

    /**
     * Brings each folder's records into one file, sorted by session, and drops those that are there more than once.
     *
     * @param olderThan only folders whose day was over for so long
     */
    public void compact(Duration olderThan) throws IOException, SQLException {
        each((directory, rewrite) -> directory.age(now).compareTo(olderThan) < 0
                ? FolderChange.none(directory, List.of())
                : rewrite.compacted(directory));
    }

    /** Drops the records whose time is over, and folders that are empty then. */
    public void retain(Retention retention) throws IOException, SQLException {
        each((directory, rewrite) -> {
            Duration age = directory.age(now);
            return retention.mayExpire(directory.table(), age)
                    ? rewrite.cleared(directory, retention.keep(age))
                    : FolderChange.none(directory, List.of());
        });
    }

    private void each(FolderWork work) throws IOException, SQLException {
        try (ArchiveLock lock = ArchiveLock.of(root);
                DuckDatabase database = DuckDatabase.open(MachineShare.WHOLE)) {
            for (ArchiveDirectory directory : ArchiveDirectory.below(root)) {
                FolderChange change = work.on(directory, new FolderRewrite(database));
                if (change.files() > 0 || !change.skipped().isEmpty()) {
                    told.accept(change);
                }
            }
        }
    }

    @FunctionalInterface
    private interface FolderWork {
        FolderChange on(ArchiveDirectory directory, FolderRewrite rewrite) throws IOException, SQLException;
    }
}
