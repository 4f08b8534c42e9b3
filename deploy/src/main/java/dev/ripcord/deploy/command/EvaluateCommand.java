package dev.ripcord.deploy.command;

import dev.ripcord.deploy.evaluation.EnforcedDefinitions;
import dev.ripcord.deploy.evaluation.Evaluation;
import dev.ripcord.deploy.evaluation.EvaluationReport;
import dev.ripcord.deploy.evaluation.EvaluationTable;
import dev.ripcord.deploy.evaluation.LabelReading;
import dev.ripcord.deploy.evaluation.Remarks;
import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.deploy.history.History;
import dev.ripcord.deploy.history.HistorySource;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.PatternCheck;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Problem;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ripcord evaluate}: how good patterns are on sessions of which it is known whether they should be stopped. */
@Command(
        name = "evaluate",
        description = "Runs patterns over labelled sessions, all taken as enforced, and says how well they tell those"
                + " that should be stopped from the others.",
        footer = {
            "",
            "A label line: {\"session_id\": \"s-1\", \"looping\": true, \"success\": false}",
            "saved: share of the tool calls of sessions labelled true that come after the first firing.",
            "steps: share of the calls (from 0) in repetition_steps of any label that come at or after the first firing.",
            "false halts: share fired of those with success or healthy true and a label that is not true.",
            "Example: ripcord evaluate --patterns patterns/library --events events.jsonl.gz --labels labels.jsonl"
        })
public final class EvaluateCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was evaluated";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--patterns",
            paramLabel = "PATH",
            required = true,
            description = "A directory of pattern files, or one.")
    private Path patterns;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            required = true,
            description = "JSON Lines, plain or gzipped, each session in its order; - for standard input.")
    private String events;

    @Option(names = "--labels", paramLabel = "FILE", required = true, description = "JSON Lines, one session a line.")
    private String labels;

    @Mixin
    private LabelKeyOption label;

    @Option(
            names = "--min-steps",
            paramLabel = "N",
            defaultValue = "0",
            description = "Only sessions of at least N tool invocations.")
    private int minimumSteps;

    @Option(
            names = "--action",
            defaultValue = "pause",
            description = "Least action that counts as firing: halt, pause, or warn (default: ${DEFAULT-VALUE}, which"
                    + " is whatever stops a session).")
    private Action action;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (action == Action.OBSERVE) {
            throw new ParameterException(spec.commandLine(), "--action is observe; it must be halt, pause or warn");
        }
        var history = HistorySource.file(events, NOTHING);
        var labelLines = LineFile.existing(labels, NOTHING);
        var check = PatternCheck.of(List.of(patterns));
        if (!check.isRight()) {
            check.problems().stream().map(Problem::render).forEach(this::say);
            say(check.summary() + "; " + NOTHING);
            return ExitCode.INVALID;
        }
        print(evaluate(check.documents(), history, labelLines));
        return ExitCode.OK;
    }

    private EvaluationReport evaluate(List<Document> documents, History history, LineFile labelLines)
            throws IOException, InterruptedException {
        var remarks = new Remarks();
        var known = LabelReading.read(labelLines, label.key(), remarks);
        var evaluation = new Evaluation(known, new EnforcedDefinitions(documents, action), remarks);
        long start = WallClock.SYSTEM.millis();
        var report = evaluation.over(history, minimumSteps);
        double seconds = (WallClock.SYSTEM.millis() - start) / 1000.0;
        remarks.lines().forEach(this::say);
        say(String.format(
                Locale.ROOT,
                "%s judged by %s in %.1f s",
                Count.of(evaluation.records(), "record"),
                Count.of(Document.definitions(documents).size(), "definition"),
                seconds));
        return report;
    }

    private void print(EvaluationReport report) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(report));
        } else {
            EvaluationTable.lines(report).forEach(out::println);
        }
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
    }
}
