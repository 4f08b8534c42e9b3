package dev.ripcord.console.archive.compact;

import dev.ripcord.archive.ArchiveBucket;
import dev.ripcord.archive.ArchiveFolder;
import dev.ripcord.archive.ArchiveTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One folder of an archive on disk: a table's records of one day and one bucket.
 *
 * @param path where its files lie
 */
public record ArchiveDirectory(ArchiveTable table, ArchiveFolder folder, Path path) {
    /** @return all folders below the root that are named as the archive names them, in order */
    static List<ArchiveDirectory> below(Path root) throws IOException {
        List<ArchiveDirectory> found = new ArrayList<>();
        for (ArchiveTable table : ArchiveTable.values()) {
            for (Path date : directories(root.resolve(table.folder()))) {
                var day = ArchiveFolder.date(name(date));
                for (Path bucket : day.isEmpty() ? List.<Path>of() : directories(date)) {
                    ArchiveBucket.parse(name(bucket))
                            .map(number -> new ArchiveDirectory(table, new ArchiveFolder(day.get(), number), bucket))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static List<Path> directories(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** @return the finished files, in order */
    List<Path> files() throws IOException {
        return files(name -> ArchiveFolder.isVisible(name));
    }

    List<Path> files(Predicate<String> named) throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            return children.filter(file -> named.test(name(file)) && Files.isRegularFile(file))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /** @return how long ago its day was over; negative where it is not */
    Duration age(Instant now) {
        return Duration.between(
                folder.date().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), now);
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    @Override
    public String toString() {
        return table.folder() + "/" + folder.path();
    }
}
