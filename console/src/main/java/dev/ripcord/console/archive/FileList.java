package dev.ripcord.console.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** How SQL names files and texts. */
final class FileList {
    private FileList() {}

    /** @return {@code ['a.parquet', 'b.parquet']} */
    static String of(List<Path> files) {
        return files.stream().map(file -> text(file.toString())).collect(Collectors.joining(", ", "[", "]"));
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
