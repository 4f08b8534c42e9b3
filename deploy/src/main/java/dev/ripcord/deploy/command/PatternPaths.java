package dev.ripcord.deploy.command;

import dev.ripcord.deploy.patterns.ShippedLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Pattern files to look at; the shipped library where none are named. */
final class PatternPaths {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Pattern files, or directories of them (default: the shipped library).")
    private List<Path> paths = List.of();

    List<Path> orLibrary() {
        return paths.isEmpty() ? List.of(library()) : paths;
    }

    /** @param more named by an option */
    List<Path> orLibrary(List<Path> more) {
        var all = new ArrayList<>(paths);
        all.addAll(more);
        return all.isEmpty() ? List.of(library()) : all;
    }

    /** Relative where it can be, so that problems are told with names as short as somebody would type them. */
    static Path library() {
        var library = ShippedLibrary.directory().toAbsolutePath().normalize();
        var here = Path.of("").toAbsolutePath();
        return library.startsWith(here) ? here.relativize(library) : library;
    }
}
