package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.print.Count;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.PatternFiles;
import dev.ripcord.pattern.Problem;
import dev.ripcord.pattern.ToolProfile;
import dev.ripcord.source.UnreadableSource;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether pattern files are valid.
 *
 * @param files how many were read
 * @param documents those without a problem
 * @param problems all of them
 */
public record PatternCheck(int files, List<Document> documents, List<Problem> problems) {
    /** @param paths files, or directories with files below them */
    public static PatternCheck of(List<Path> paths) {
        var reading = DefinitionReader.read(paths);
        int files = paths.stream().mapToInt(PatternCheck::count).sum();
        return new PatternCheck(files, reading.documents(), reading.problems());
    }

    /** What cannot be read is one file, with one problem. */
    private static int count(Path path) {
        try {
            return PatternFiles.in(path).size();
        } catch (UnreadableSource unreadable) {
            return 1;
        }
    }

    /** @return the patterns among the documents */
    public List<Definition> definitions() {
        return Document.definitions(documents);
    }

    /** @return what is said of tools among the documents */
    public List<ToolProfile> toolProfiles() {
        return Document.toolProfiles(documents);
    }

    public boolean isRight() {
        return problems.isEmpty();
    }

    /** @return {@code 2 errors in 1 of 14 files}, or {@code 14 files, 16 definitions: all right} */
    public String summary() {
        if (isRight()) {
            var tools = toolProfiles().isEmpty()
                    ? ""
                    : ", " + Count.of(toolProfiles().size(), "tool profile");
            return Count.of(files, "file") + ", " + Count.of(definitions().size(), "definition") + tools
                    + ": all right";
        }
        long wrong = problems.stream().map(Problem::file).distinct().count();
        return Count.of(problems.size(), "error") + " in " + wrong + " of " + Count.of(files, "file");
    }
}
