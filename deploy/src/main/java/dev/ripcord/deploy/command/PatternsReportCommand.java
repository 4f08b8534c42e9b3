package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.report.PatternReading;
import dev.ripcord.deploy.report.PatternReportTable;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord patterns report}: what a pattern has found since it was activated. */
@Command(
        name = "report",
        description = "Says what a pattern has found since its latest activation, which in shadow is what it would have"
                + " halted: how many sessions, whose, what they had cost and cost since, and what people said of it.",
        footer = {"", "Example: ripcord patterns report identical-call"})
final class PatternsReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Parameters(paramLabel = "ID", converter = PatternIdText.class, description = "Which one: ID, or pattern/ID.")
    private String id;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description =
                    "Since then instead, whatever version and parameters it had: 10m, 2h, or 2026-01-01T08:00:00Z.")
    private String since;

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "5",
            description = "Signals without feedback that are shown (default: ${DEFAULT-VALUE}).")
    private int examples;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var from = SinceWords.parse(since, spec);
        var address = kafka.address();
        address.require("nothing was reported", Topic.PATTERNS, Topic.SIGNALS, Topic.SESSIONS);
        var err = spec.commandLine().getErr();
        var report = new PatternReading(address, examples, err::println).report(id, from);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(report));
        } else {
            PatternReportTable.lines(report).forEach(out::println);
        }
        return ExitCode.OK;
    }
}
