package dev.ripcord.deploy.tune;

import dev.ripcord.deploy.evaluation.Score;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.deploy.print.Table;
import dev.ripcord.deploy.tune.TuningReport.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A tuning for people: the settings worth a choice by rising false halts, then the one that is recommended. */
public final class TuningTable {
    private TuningTable() {}

    /** @param all whether every setting is shown, or only those worth a choice */
    public static List<String> lines(TuningReport report, boolean all) {
        var lines = new ArrayList<String>();
        lines.add(report.pattern().key() + ": " + Count.of(report.sessions(), "session") + " with a label, "
                + report.positives() + " of them to be stopped; "
                + Count.of(report.settings().size(), "setting")
                + " of " + String.join(", ", report.levels().keySet()) + "; " + Count.of(report.folds(), "fold")
                + ", seed " + report.seed());
        lines.add("");
        lines.addAll(settings(report, all));
        lines.add("");
        lines.addAll(recommendation(report));
        return lines;
    }

    private static List<String> settings(TuningReport report, boolean all) {
        var titles = Stream.concat(
                report.levels().keySet().stream().map(name -> name + ">"),
                Stream.of("fired>", "precision>", "recall>", "f1>", "false halts>", "saved>", ""));
        var table = Table.of(titles.toArray(String[]::new));
        report.settings().stream()
                .filter(row -> all || row.front() || row.equals(report.defaults()) || isRecommended(row, report))
                .sorted(TuningTable::byFalseHalts)
                .forEach(row -> table.row(cells(row, report)));
        return table.lines();
    }

    private static int byFalseHalts(Row one, Row other) {
        return Double.compare(
                orZero(one.score().falseHalts()), orZero(other.score().falseHalts()));
    }

    private static double orZero(Double share) {
        return share == null ? 0 : share;
    }

    private static boolean isRecommended(Row row, TuningReport report) {
        return report.recommended() != null
                && row.parameters().equals(report.recommended().parameters());
    }

    private static Object[] cells(Row row, TuningReport report) {
        var cells = new ArrayList<Object>(row.parameters().values());
        cells.add(row.score().fired());
        cells.addAll(shares(row.score()));
        var marks = new ArrayList<String>();
        if (row.equals(report.defaults())) {
            marks.add("default");
        }
        if (isRecommended(row, report)) {
            marks.add("recommended");
        }
        cells.add(String.join(", ", marks));
        return cells.toArray();
    }

    private static List<String> shares(Score score) {
        return Stream.of(score.precision(), score.recall(), score.f1(), score.falseHalts(), score.saved())
                .map(share -> share == null ? "-" : share(share))
                .toList();
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    private static List<String> recommendation(TuningReport report) {
        if (report.recommended() == null) {
            return List.of("no setting that stays within false halts of " + report.maxFalseHalts()
                    + " finds any session that is to be stopped");
        }
        var recommended = report.recommended();
        var table = Table.of(
                "recommended " + words(recommended.parameters()),
                "precision>",
                "recall>",
                "f1>",
                "false halts>",
                "saved>");
        row(table, "on the sessions that it was chosen on", recommended.inSample());
        row(table, "cross-validated: what to expect of others", recommended.crossValidated());
        row(table, "the defaults", report.defaults().score());
        var lines = new ArrayList<>(table.lines());
        lines.add("chosen in the folds: " + chosen(recommended.chosen()));
        lines.add("in force, in shadow, with: " + recommended.command());
        return lines;
    }

    private static void row(Table table, String name, Score score) {
        var cells = new ArrayList<Object>(List.of(name));
        cells.addAll(shares(score));
        table.row(cells.toArray());
    }

    /** What each fold chose, the most frequent first: where they differ, the choice is a matter of luck. */
    private static String chosen(List<Map<String, Object>> choices) {
        var counts = new LinkedHashMap<String, Long>();
        choices.forEach(choice -> counts.merge(choice.isEmpty() ? "none" : words(choice), 1L, Long::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String words(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
