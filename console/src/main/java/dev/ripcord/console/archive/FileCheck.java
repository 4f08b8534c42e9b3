package dev.ripcord.console.archive;

import dev.ripcord.archive.ArchiveSchema;
import dev.ripcord.console.archive.sql.DuckDatabase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which files this version can read. What it refuses is left out and said, once: one damaged file must not hide a
 * year of others.
 */
final class FileCheck {
    private final DuckDatabase database;
    private final Path root;
    private final Set<Path> readable = new HashSet<>();
    private final Map<Path, String> refused = new LinkedHashMap<>();

    FileCheck(DuckDatabase database, Path root) {
        this.root = root;
        this.database = database;
    }

    /** @return those of the files that can be read, as far as their footers tell */
    List<Path> readable(List<Path> files) {
        List<Path> unknown = files.stream()
                .filter(file -> !readable.contains(file) && !refused.containsKey(file))
                .toList();
        if (!unknown.isEmpty()) {
            check(unknown);
        }
        return files.stream().filter(readable::contains).toList();
    }

    private void check(List<Path> files) {
        try {
            Map<String, String> versions = database.metadata(files, ArchiveSchema.METADATA_KEY);
            for (Path file : files) {
                String objection = ArchiveSchema.objection(versions.get(file.toString()));
                if (objection == null) {
                    readable.add(file);
                } else {
                    refused.put(file, objection);
                }
            }
        } catch (SQLException oneIsDamaged) {
            if (files.size() == 1) {
                refuse(files.get(0), oneIsDamaged);
            } else {
                files.forEach(file -> check(List.of(file)));
            }
        }
    }

    /** Its footer could be read, and its rows cannot. */
    void refuse(Path file, SQLException why) {
        readable.remove(file);
        refused.put(file, "it cannot be read: " + words(why));
    }

    /** @return the reason, with files named as seen from the archive's root: where that lies is nobody's business */
    String words(SQLException why) {
        return String.valueOf(why.getMessage())
                .lines()
                .findFirst()
                .map(line -> line.replace(root + File.separator, ""))
                .orElse("no reason given");
    }

    /** @return whether one of the files could not be read since it is not there any more */
    boolean hasLost(List<Path> files) {
        return files.stream().anyMatch(file -> refused.containsKey(file) && Files.notExists(file));
    }

    /** @return a sentence for each file that is left out, named as seen from the root; one that was replaced meanwhile is not */
    List<String> remarks() {
        return refused.entrySet().stream()
                .filter(file -> Files.exists(file.getKey()))
                .map(file -> root.relativize(file.getKey()) + " is left out: " + file.getValue())
                .toList();
    }
}
