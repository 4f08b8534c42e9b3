package dev.ripcord.deploy.patterns;

import dev.ripcord.detection.CaseRunner;
import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.pattern.Case;
import dev.ripcord.pattern.CasesReader;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Problem;
import dev.ripcord.pattern.ToolProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A definition and what it did in the cases beside it.
 *
 * @param cost cheap, moderate or costly
 * @param problems why cases could not be read
 */
public record DefinitionTrial(String id, String cost, String file, List<CaseReport> cases, List<Problem> problems) {
    static DefinitionTrial of(Definition definition, List<ToolProfile> tools, Path patternFile) {
        var file = CasesReader.beside(patternFile, definition.id());
        if (!Files.exists(file)) {
            return new DefinitionTrial(
                    definition.id(), CheckedDefinition.cost(definition), file.toString(), List.of(), List.of());
        }
        var read = CasesReader.read(file);
        var runner = new CaseRunner(definition, tools, DetectionLimits.DEFAULT);
        var reports =
                read.cases().stream().map(one -> report(runner, one, file)).toList();
        return new DefinitionTrial(
                definition.id(), CheckedDefinition.cost(definition), file.toString(), reports, read.problems());
    }

    private static CaseReport report(CaseRunner runner, Case one, Path file) {
        var place = file + ":" + one.line();
        try {
            var result = runner.run(one);
            return new CaseReport(one.name(), place, result.passed(), result.explanation());
        } catch (IllegalArgumentException cannotRun) {
            return new CaseReport(one.name(), place, false, cannotRun.getMessage());
        }
    }

    public long passed() {
        return cases.stream().filter(CaseReport::passed).count();
    }

    public long failed() {
        return cases.size() - passed();
    }
}
