package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.print.Count;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.PatternFiles;
import dev.ripcord.pattern.Problem;
import dev.ripcord.source.UnreadableSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Definitions and what they did in their cases. */
public record PatternTrial(List<DefinitionTrial> definitions) {
    /** @param paths of valid pattern files, or directories of them; what they say of tools is in force in every case */
    public static PatternTrial of(List<Path> paths) throws UnreadableSource {
        var tools = Document.toolProfiles(DefinitionReader.read(paths).documents());
        var trials = new ArrayList<DefinitionTrial>();
        for (var path : paths) {
            for (var file : PatternFiles.in(path)) {
                DefinitionReader.read(List.of(file)).definitions().stream()
                        .map(definition -> DefinitionTrial.of(definition, tools, file))
                        .forEach(trials::add);
            }
        }
        return new PatternTrial(trials);
    }

    /** @return why cases could not be read */
    public List<Problem> problems() {
        return definitions.stream().flatMap(trial -> trial.problems().stream()).toList();
    }

    public long failed() {
        return definitions.stream().mapToLong(DefinitionTrial::failed).sum();
    }

    /** @return {@code 2 of 34 cases of 9 definitions failed}, or that all passed */
    public String summary() {
        long cases =
                definitions.stream().mapToLong(trial -> trial.cases().size()).sum();
        var all = Count.of(cases, "case") + " of " + Count.of(definitions.size(), "definition");
        return failed() == 0 ? all + ": all passed" : failed() + " of " + all + " failed";
    }
}
