package dev.ripcord.deploy.command;

import dev.ripcord.deploy.cases.RuleCases;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.CaseReport;
import dev.ripcord.deploy.patterns.DefinitionTrial;
import dev.ripcord.deploy.patterns.PatternCheck;
import dev.ripcord.deploy.patterns.PatternTrial;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Problem;
import dev.ripcord.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord test}: whether patterns fire where they must, and nowhere else. */
@Command(
        name = "test",
        description = "Runs the cases beside pattern files (ID.cases.jsonl), in this process; with --cases, those of"
                + " another detector.",
        footer = {
            "",
            "A line of --cases: {\"name\": \"..\", \"kind\": \"tool\", \"config\": {\"times\": 4}, \"events\": [..],",
            "  \"expected\": {\"stuck\": true, \"at_event\": 7}}. config sets the parameters of the same names.",
            "Example: ripcord test patterns/library/identical-call.yaml",
            "Example: ripcord test --cases openhands.jsonl --patterns patterns/profiles/openhands.yaml"
        })
public final class TestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PatternPaths paths;

    @Option(
            names = "--patterns",
            paramLabel = "PATH",
            description = "A file or directory of patterns; the same as to name it as PATH.")
    private List<Path> named = List.of();

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "Sessions that another detector was tried on, JSON Lines: the patterns together must fire"
                    + " where it did. A case with judge: end is skipped.")
    private List<String> cases = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "With --cases: only cases of these kinds.")
    private Set<String> kinds = Set.of();

    @Option(
            names = "--action",
            defaultValue = "pause",
            description = "With --cases: least action that counts as firing: halt, pause, warn or observe (default:"
                    + " ${DEFAULT-VALUE}, which is whatever stops a session).")
    private Action action;

    @Option(
            names = "--json",
            description = "Print one JSON object: definitions, each with its cases; with --cases the keys passed,"
                    + " failed, skipped, positives_passed and failures.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var files = paths.orLibrary(named);
        var check = PatternCheck.of(files);
        if (!check.isRight()) {
            return refused(check.problems(), check.summary());
        }
        return cases.isEmpty() ? besidePatterns(files) : ofAnother(check.documents());
    }

    private int ofAnother(List<Document> documents) throws IOException, InterruptedException {
        var report = RuleCases.read(cases, kinds).judgedBy(documents, action);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(report));
        } else {
            report.failures().forEach(one -> out.println(one.place() + ": " + one.name() + ": " + one.explanation()));
            out.println(report.summary());
        }
        return report.allPassed() ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }

    private int besidePatterns(List<Path> files) throws UnreadableSource {
        var trial = PatternTrial.of(files);
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
        out.println(
                trial.id() + " (" + trial.cost() + "): " + trial.passed() + " passed, " + trial.failed() + " failed");
        trial.cases().stream().filter(one -> !one.passed()).forEach(this::print);
    }

    private void print(CaseReport failed) {
        spec.commandLine().getOut().println("  " + failed.place() + ": " + failed.name() + ": " + failed.explanation());
    }
}
