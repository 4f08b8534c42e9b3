package dev.ripcord.deploy.command;

import dev.ripcord.console.archive.compact.FolderChange;
import dev.ripcord.console.archive.compact.SkippedFile;
import dev.ripcord.deploy.history.ArchiveRoot;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Tells folder by folder what was done to an archive: a line each, or one JSON object each. */
final class ArchiveReport {
    @Option(
            names = "--json",
            description = "Print a JSON object a folder: folder, files, kept, repeated, expired, skipped.")
    private boolean json;

    private int skipped;

    static Path existing(Path root) {
        if (!Files.isDirectory(root)) {
            throw new Refusal(
                    List.of(root + " is no directory; give the root of an archive on disk"
                            + " (one in an object store is kept in order where that is mounted)"),
                    "nothing was changed",
                    ExitCode.INVALID);
        }
        Path absolute = root.toAbsolutePath();
        ArchiveRoot.refuseWildcards(absolute.toString(), "nothing was changed");
        return absolute;
    }

    static Instant now() {
        return Instant.ofEpochMilli(WallClock.SYSTEM.millis());
    }

    void tell(FolderChange change, CommandSpec spec) {
        skipped += change.skipped().size();
        if (json) {
            spec.commandLine().getOut().println(Json.text(fields(change)));
        } else if (change.files() > 0) {
            spec.commandLine().getOut().println(line(change));
        }
        change.skipped()
                .forEach(file -> spec.commandLine()
                        .getErr()
                        .println("skipped " + Printable.line(file.file() + ": " + file.reason())));
    }

    private static String line(FolderChange change) {
        return change.directory() + ": " + Count.of(change.kept(), "record") + " kept of "
                + Count.of(change.files(), "file")
                + (change.repeated() > 0 ? ", " + Count.of(change.repeated(), "repeat") + " dropped" : "")
                + (change.expired() > 0 ? ", " + change.expired() + " dropped as their time is over" : "");
    }

    private static Map<String, Object> fields(FolderChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("folder", change.directory().toString());
        fields.put("files", change.files());
        fields.put("kept", change.kept());
        fields.put("repeated", change.repeated());
        fields.put("expired", change.expired());
        fields.put(
                "skipped",
                change.skipped().stream()
                        .map(SkippedFile::file)
                        .map(Path::toString)
                        .toList());
        return fields;
    }

    /** @return how it ended: files that cannot be read are to be looked at by somebody */
    int finish(CommandSpec spec) {
        if (skipped > 0) {
            spec.commandLine().getErr().println(Count.of(skipped, "file") + " could not be read and stayed as before");
        }
        return skipped > 0 ? ExitCode.CHECK_FAILED : ExitCode.OK;
    }
}
