package dev.ripcord.console.archive.compact;

import static dev.ripcord.console.archive.sql.DuckDatabase.rowsOf;

import dev.ripcord.archive.ArchiveSchema;
import dev.ripcord.console.archive.sql.DuckDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells the files that can be read, to the last byte, from those that cannot: what cannot be read is never deleted.
 *
 * @param files to go on with
 * @param skipped the others, each with the reason
 */
record ReadableFiles(List<Path> files, List<SkippedFile> skipped) {
    static ReadableFiles among(List<Path> files, DuckDatabase database) {
        List<Path> readable = new ArrayList<>();
        List<SkippedFile> skipped = new ArrayList<>();
        for (Path file : files) {
            String objection = objection(file, database);
            if (objection == null) {
                readable.add(file);
            } else {
                skipped.add(new SkippedFile(file, objection));
            }
        }
        return new ReadableFiles(readable, skipped);
    }

    private static String objection(Path file, DuckDatabase database) {
        try {
            Map<String, String> versions = database.metadata(List.of(file), ArchiveSchema.METADATA_KEY);
            String objection = ArchiveSchema.objection(versions.get(file.toString()));
            if (objection == null) {
                // Every value of every column: a file that is damaged in the middle has a sound end.
                database.word("SELECT bit_xor(hash(row)) FROM " + rowsOf(List.of(file)) + " AS row");
            }
            return objection;
        } catch (SQLException damaged) {
            return "it cannot be read: "
                    + damaged.getMessage().lines().findFirst().orElse("");
        }
    }
}
