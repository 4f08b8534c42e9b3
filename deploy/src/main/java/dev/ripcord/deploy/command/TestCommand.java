package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.CaseReport;
import dev.ripcord.deploy.patterns.DefinitionTrial;
import dev.ripcord.deploy.patterns.PatternCheck;
import dev.ripcord.deploy.patterns.PatternTrial;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord test}: whether patterns fire where they must, and nowhere else. */
@Command(
        name = "test",
        description = "Runs the cases beside pattern files (ID.cases.jsonl), in this process.",
        footer = {"", "Example: ripcord test patterns/library/identical-call.yaml"})
public final class TestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PatternPaths paths;

    @Option(names = "--json", description = "Print one JSON object: definitions, each with its cases.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var check = PatternCheck.of(paths.orLibrary());
        if (!check.isRight()) {
            return refused(check.problems(), check.summary());
        }
        var trial = PatternTrial.of(paths.orLibrary());
        if (!trial.problems().isEmpty()) {
            return refused(trial.problems(), "no case was counted");
        }
        print(trial);
        boolean tested =
                trial.definitions().stream().anyMatch(one -> !one.cases().isEmpty());
        return tested && trial.failed() == 0 ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }

    private int refused(List<Problem> problems, String consequence) {
        var err = spec.commandLine().getErr();
        problems.stream().map(Problem::render).forEach(err::println);
        err.println(consequence);
        return ExitCode.INVALID;
    }

    private void print(PatternTrial trial) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(trial));
            return;
        }
        trial.definitions().forEach(this::print);
        out.println(trial.summary());
    }

    private void print(DefinitionTrial trial) {
        var out = spec.commandLine().getOut();
        if (trial.cases().isEmpty()) {
            out.println(trial.id() + ": no cases; they belong in " + trial.file());
            return;
        }
        out.println(trial.id() + ": " + trial.passed() + " passed, " + trial.failed() + " failed");
        trial.cases().stream().filter(one -> !one.passed()).forEach(this::print);
    }

    private void print(CaseReport failed) {
        spec.commandLine().getOut().println("  " + failed.place() + ": " + failed.name() + ": " + failed.explanation());
    }
}
