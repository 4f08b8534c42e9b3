package dev.ripcord.deploy.history;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Where an archive lies on this machine. */
public final class ArchiveRoot {
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[]");

    private ArchiveRoot() {}

    /**
     * @param consequence what does not happen otherwise
     * @throws Refusal where there is no such directory, or DuckDB takes its name for several
     */
    public static Path of(String directory, String consequence) {
        var root = Path.of(directory);
        if (directory.isEmpty() || !Files.isDirectory(root)) {
            throw new Refusal(
                    List.of("no directory '" + directory
                            + "'; it must be the root of an archive, which has a folder for" + " each table"),
                    consequence,
                    ExitCode.INVALID);
        }
        refuseWildcards(directory, consequence);
        return root;
    }

    /** @throws Refusal where DuckDB takes the directory's name for several */
    public static void refuseWildcards(String directory, String consequence) {
        if (WILDCARD.matcher(directory).find()) {
            throw new Refusal(
                    List.of("'" + directory + "': DuckDB takes *, ? and [ for wildcards; give the directory a name"
                            + " without them"),
                    consequence,
                    ExitCode.INVALID);
        }
    }
}
