package dev.ripcord.deploy.command;

import dev.ripcord.deploy.backtest.Backtest;
import dev.ripcord.deploy.backtest.BacktestReport;
import dev.ripcord.deploy.backtest.BacktestTable;
import dev.ripcord.deploy.backtest.Candidates;
import dev.ripcord.deploy.backtest.ExpectationFile;
import dev.ripcord.deploy.backtest.Expectations;
import dev.ripcord.deploy.backtest.Findings;
import dev.ripcord.deploy.evaluation.LabelReading;
import dev.ripcord.deploy.evaluation.Labels;
import dev.ripcord.deploy.evaluation.Remarks;
import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ripcord backtest}: what patterns would have done in history. */
@Command(
        name = "backtest",
        description = "Runs patterns over history and says who would have been halted, when, and what that would have"
                + " saved; with --against, what changes.",
        footer = {
            "",
            "Every pattern is judged as if it had been enforced from the first record, with the defaults that its file"
                    + " gives, and nobody had been released: neither what was in force then nor any release counts. A"
                    + " session that began before the first record begins there. A session goes on after its halt, as"
                    + " it did; the steps and dollars after the first halt are what is saved.",
            "The same input gives the same output, byte for byte; how long it took goes to standard error.",
            "A topic: topic:agent.events, topic:agent.events@-2h.., topic:NAME@2026-01-01T08:00:00Z..-10m (the broker's"
                    + " times), or topic:NAME@0..5000 (whole numbers are offsets, the same in every partition); FROM is"
                    + " read, TO is not. In a file an event's own time stands for the broker's.",
            "An expectation file: halts: { at_most: 12 }, must_halt: [invoice-9], must_not_halt: [batch-7]. Exit code 3"
                    + " where it is not so.",
            "Example: ripcord backtest --patterns mine --against patterns/library --from topic:agent.events@-7d.."
        })
public final class BacktestCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was judged";
    private static final int FEW = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = "--patterns",
            paramLabel = "NEW",
            description = "A directory of pattern files, or one. Required, but for --on-cluster.")
    private Path patterns;

    @Option(names = "--against", paramLabel = "OLD", description = "Likewise: what they are compared with.")
    private Path against;

    @Option(
            names = "--from",
            paramLabel = "FILE|topic:NAME[@FROM..TO]|archive:DIR",
            required = true,
            description =
                    "JSON Lines, plain or gzipped, each session in its order, - for standard input; a topic; or all"
                            + " of an archive.")
    private String from;

    @Option(names = "--labels", paramLabel = "FILE", description = "What is known of sessions, as evaluate reads it.")
    private String labels;

    @Mixin
    private LabelKeyOption label;

    @Option(names = "--expect", paramLabel = "FILE", description = "What must come out, as YAML or JSON.")
    private Path expect;

    @Option(names = "--all", description = "Show every session, not the first " + FEW + ".")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private ClusterBacktest onCluster;

    @Override
    public Integer call() throws Exception {
        if (onCluster.isWanted()) {
            boolean isCompared = patterns != null || against != null || labels != null || expect != null;
            return onCluster.run(from, isCompared, json, spec.commandLine());
        }
        if (patterns == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--patterns=NEW'");
        }
        return judgeHere();
    }

    private int judgeHere() throws Exception {
        var told = new StandardError(spec);
        var candidates = new CandidateFiles(told, NOTHING).read(patterns, against);
        if (candidates.isEmpty()) {
            return ExitCode.INVALID;
        }
        Expectations expectations = null;
        if (expect != null) {
            var reading = ExpectationFile.read(expect, candidates.get(), labels != null);
            if (!reading.problems().isEmpty()) {
                return told.refuse(reading.problems(), NOTHING);
            }
            expectations = reading.expectations();
        }
        var report = judged(candidates.get(), told).report(expectations);
        print(report);
        boolean violated = report.violations() != null && !report.violations().isEmpty();
        return violated ? ExitCode.CHECK_FAILED : ExitCode.OK;
    }

    private Findings judged(Candidates candidates, StandardError told) throws IOException, InterruptedException {
        var remarks = new Remarks();
        var known = labels == null
                ? new Labels()
                : LabelReading.read(LineFile.existing(labels, NOTHING), label.key(), remarks);
        var backtest = new Backtest(candidates, known);
        var history = HistoryText.open(from, kafka, NOTHING, told);
        told.timed(history, progress -> {
            backtest.over(history, progress);
            return backtest.records();
        });
        remarks.lines().forEach(told::say);
        return new Findings(backtest, labels != null);
    }

    private void print(BacktestReport report) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(report));
        } else {
            BacktestTable.lines(report, all ? Integer.MAX_VALUE : FEW).forEach(out::println);
        }
    }
}
