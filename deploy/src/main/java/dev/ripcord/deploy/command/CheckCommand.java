package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.CheckedDefinition;
import dev.ripcord.deploy.patterns.CheckedTools;
import dev.ripcord.deploy.patterns.PatternCheck;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Problem;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord check}: whether pattern files are valid. */
@Command(
        name = "check",
        description = "Validates pattern files; prints every error with its place.",
        footer = {"", "Example: ripcord check patterns/library"})
public final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PatternPaths paths;

    @Option(names = "--json", description = "Print one JSON object: files, definitions, tools, problems.")
    private boolean json;

    @Override
    public Integer call() {
        var check = PatternCheck.of(paths.orLibrary());
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(asData(check)));
        } else {
            check.problems().stream().map(Problem::render).forEach(out::println);
            out.println(check.summary());
        }
        return check.isRight() ? ExitCode.OK : ExitCode.INVALID;
    }

    private static LinkedHashMap<String, Object> asData(PatternCheck check) {
        var data = new LinkedHashMap<String, Object>();
        data.put("files", check.files());
        data.put(
                "definitions",
                check.definitions().stream().map(CheckedDefinition::of).toList());
        data.put("tools", check.toolProfiles().stream().map(CheckedTools::of).toList());
        data.put("problems", check.problems());
        return data;
    }
}
