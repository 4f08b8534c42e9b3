package dev.ripcord.deploy.report;

import dev.ripcord.deploy.print.Count;
import dev.ripcord.deploy.print.Dollars;
import dev.ripcord.deploy.print.Moment;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.deploy.print.Table;
import dev.ripcord.pattern.Mode;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a pattern has found, for people who decide whether to trust it. */
public final class PatternReportTable {
    private static final int MOST_NAMES = 5;
    private static final int SHORT_ID = 8;

    private PatternReportTable() {}

    public static List<String> lines(PatternReport report) {
        var lines = new ArrayList<String>();
        var activation = report.activation();
        lines.add(Printable.line(activation.id() + "@" + activation.hash() + " ("
                + activation.mode().name().toLowerCase(Locale.ROOT) + parameters(activation.parameters())
                + "), activated "
                + Moment.utc(activation.activateAt()) + " by " + activation.actor()
                + (activation.reason() == null ? "" : ": " + activation.reason())));
        if (report.signals() == 0) {
            lines.add("no signal since " + Moment.utc(report.since()));
            return lines;
        }
        lines.add(
                Count.of(report.signals(), "signal") + unheeded(report) + " since " + Moment.utc(report.since()) + ": "
                        + doing(report)
                        + Count.of(report.sessions(), "session") + "; they had cost " + Dollars.shown(report.spentUsd())
                        + " by then, and " + Dollars.shown(report.spentAfterUsd()) + " since");
        lines.add(Printable.line("agents: " + names(report.agents())));
        lines.add(Printable.line("tools: " + (report.tools().isEmpty() ? "-" : names(report.tools()))));
        var feedback = report.feedback();
        lines.add("feedback: " + feedback.right() + " right, " + feedback.fine() + " fine, " + feedback.none()
                + " without a word");
        examples(report, lines);
        return lines;
    }

    private static String parameters(Map<String, Object> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry -> ", " + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining());
    }

    private static String doing(PatternReport report) {
        if (!report.action().stops()) {
            return report.action().name().toLowerCase(Locale.ROOT) + " in ";
        }
        return report.activation().mode() == Mode.SHADOW ? "it would have halted " : "it asked to halt ";
    }

    private static String unheeded(PatternReport report) {
        return report.unheeded() == 0
                ? ""
                : " (" + report.unheeded() + " of them made no halt: muted, late, held, or halted already)";
    }

    private static String names(Map<String, Long> counts) {
        var shown = counts.entrySet().stream()
                .limit(MOST_NAMES)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        return counts.size() <= MOST_NAMES ? shown : shown + " and " + (counts.size() - MOST_NAMES) + " more";
    }

    private static void examples(PatternReport report, List<String> lines) {
        if (report.examples().isEmpty()) {
            return;
        }
        var table = Table.of("signal", "when", "session", "agent", "spent>", "because");
        report.examples()
                .forEach(example -> table.row(
                        example.signalId()
                                .substring(
                                        0, Math.min(SHORT_ID, example.signalId().length())),
                        Moment.utc(example.kafkaTime()),
                        new SessionKey(example.tenantId(), example.sessionId()),
                        example.agentId(),
                        Dollars.shown(example.spentUsd()),
                        example.message()));
        lines.add(
                "the latest that nobody has said anything of; say it with: ripcord signals feedback ID --fine|--right");
        table.lines().forEach(line -> lines.add("  " + line));
    }
}
