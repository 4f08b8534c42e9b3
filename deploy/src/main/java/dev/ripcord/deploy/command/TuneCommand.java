package dev.ripcord.deploy.command;

import dev.ripcord.deploy.evaluation.LabelReading;
import dev.ripcord.deploy.evaluation.Remarks;
import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.deploy.history.History;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.patterns.PatternCheck;
import dev.ripcord.deploy.tune.Grid;
import dev.ripcord.deploy.tune.Tuning;
import dev.ripcord.deploy.tune.TuningPlot;
import dev.ripcord.deploy.tune.TuningReport;
import dev.ripcord.deploy.tune.TuningTable;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.ToolProfile;
import dev.ripcord.source.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ripcord tune}: which parameters suit sessions of which it is known whether they should be stopped. */
@Command(
        name = "tune",
        description = "Tries settings of a pattern's parameters on labelled sessions, shows how they trade halts that"
                + " are missed for halts that are false, and recommends one.",
        footer = {
            "",
            "Parameters are swept from minimum to maximum as the pattern file has them, in multiples where these are a"
                    + " decade or more apart; texts, and numbers without both bounds, keep their defaults.",
            "Recommended is the highest f1 within the limit of false halts. Beside its figures stand those of"
                    + " cross-validation, which are what to expect of other sessions: each part of the sessions is"
                    + " judged by what was best on the others. Sessions whose labels name the same task stay together.",
            "A label line: {\"session_id\": \"s-1\", \"looping\": true, \"success\": false, \"task\": \"t-7\"}",
            "Exit code 3 where no setting keeps to the limit.",
            "Example: ripcord tune --patterns patterns/library --events events.jsonl.gz --labels labels.jsonl --pattern"
                    + " identical-call --max-false-halts 0.01 --svg trade-off.svg"
        })
public final class TuneCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was tuned";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--patterns",
            paramLabel = "PATH",
            required = true,
            description = "A directory of pattern files, or one.")
    private Path patterns;

    @Option(
            names = "--pattern",
            paramLabel = "ID",
            required = true,
            converter = PatternIdText.class,
            description = "The pattern to tune: ID, or pattern/ID.")
    private String pattern;

    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = "--events",
            paramLabel = "FILE|topic:NAME[@FROM..TO]|archive:DIR",
            required = true,
            description =
                    "JSON Lines, plain or gzipped, each session in its order, - for standard input; or a topic, as"
                            + " backtest reads it.")
    private String events;

    @Option(names = "--labels", paramLabel = "FILE", required = true, description = "JSON Lines, one session a line.")
    private String labels;

    @Mixin
    private LabelKeyOption label;

    @Option(
            names = "--max-false-halts",
            paramLabel = "X",
            defaultValue = "0.05",
            description = "The share of the sessions that went well which may be stopped (default: ${DEFAULT-VALUE}).")
    private double maxFalseHalts;

    @Option(names = "--sweep", paramLabel = "NAME", split = ",", description = "Only these parameters.")
    private List<String> sweep = new ArrayList<>();

    @Option(
            names = "--settings",
            paramLabel = "N",
            defaultValue = "200",
            description =
                    "How many settings at the most, up to " + Grid.MOST_SETTINGS + " (default:" + " ${DEFAULT-VALUE}).")
    private int settings;

    @Option(
            names = "--folds",
            paramLabel = "K",
            defaultValue = "5",
            description = "Parts for cross-validation (default: ${DEFAULT-VALUE}).")
    private int folds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of what is drawn: the folds, and the settings where there are too many (default:"
                    + " ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw the trade-off into this file.")
    private Path svg;

    @Option(names = "--all", description = "Show every setting, not only those worth a choice.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        refuseOutside("--max-false-halts", maxFalseHalts, 0, 1);
        refuseOutside("--settings", settings, 2, Grid.MOST_SETTINGS);
        refuseOutside("--folds", folds, 2, 100);
        var told = new StandardError(spec);
        var history = HistoryText.open(events, kafka, NOTHING, told);
        var labelLines = LineFile.existing(labels, NOTHING);
        var check = PatternCheck.of(List.of(patterns));
        if (!check.isRight()) {
            return told.refuse(check.problems(), NOTHING);
        }
        var grid = Grid.of(chosen(check.definitions()), sweep, settings, seed);
        var report = tuned(grid, check.toolProfiles(), history, labelLines, told);
        if (svg != null) {
            Files.writeString(svg, TuningPlot.svg(report));
        }
        print(report);
        return report.recommended() == null ? ExitCode.CHECK_FAILED : ExitCode.OK;
    }

    private void refuseOutside(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            var shown = value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
            throw new ParameterException(
                    spec.commandLine(),
                    option + " is " + shown + "; it must be from " + (long) least + " to " + (long) most);
        }
    }

    private Definition chosen(List<Definition> definitions) {
        return definitions.stream()
                .filter(definition -> definition.id().equals(pattern))
                .findFirst()
                .orElseThrow(() -> {
                    var ids = definitions.stream().map(Definition::id).toList();
                    var reason =
                            "no pattern '" + pattern + "' in " + patterns + Suggestion.hint(pattern, ids, "there are");
                    return new Refusal(List.of(reason), NOTHING, ExitCode.INVALID);
                });
    }

    private TuningReport tuned(
            Grid grid, List<ToolProfile> tools, History history, LineFile labelLines, StandardError told)
            throws IOException, InterruptedException {
        var remarks = new Remarks();
        var known = LabelReading.read(labelLines, label.key(), remarks);
        var tuning = new Tuning(grid, tools, maxFalseHalts, folds, seed);
        told.timed(history, progress -> {
            tuning.over(history, known, remarks, progress);
            return tuning.records();
        });
        remarks.lines().forEach(told::say);
        return tuning.report();
    }

    private void print(TuningReport report) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(report));
        } else {
            TuningTable.lines(report, all).forEach(out::println);
        }
    }
}
