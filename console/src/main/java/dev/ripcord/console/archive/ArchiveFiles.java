package dev.ripcord.console.archive;

import dev.ripcord.archive.ArchiveBucket;
import dev.ripcord.archive.ArchiveFolder;
import dev.ripcord.archive.ArchiveTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The finished files of an archive. Hidden names are files that somebody still writes, and are passed over. */
final class ArchiveFiles {
    private final Path root;

    ArchiveFiles(Path root) {
        this.root = root;
    }

    /**
     * @param dates and buckets whose folders are looked into
     * @return in the order of their paths; empty where the table is not there
     */
    List<Path> of(ArchiveTable table, Predicate<LocalDate> dates, Predicate<ArchiveBucket> buckets) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path date : in(root.resolve(table.folder()))) {
            if (ArchiveFolder.date(name(date)).filter(dates).isPresent()) {
                for (Path bucket : in(date)) {
                    if (ArchiveBucket.parse(name(bucket)).filter(buckets).isPresent()) {
                        in(bucket).stream()
                                .filter(file -> ArchiveFolder.isVisible(name(file)))
                                .forEach(files::add);
                    }
                }
            }
        }
        return files;
    }

    /** @return the dates that the table has records of, in order */
    List<LocalDate> dates(ArchiveTable table) throws IOException {
        return in(root.resolve(table.folder())).stream()
                .flatMap(date -> ArchiveFolder.date(name(date)).stream())
                .sorted()
                .toList();
    }

    private static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (NoSuchFileException goneMeanwhile) {
            return List.of();
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
