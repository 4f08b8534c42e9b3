package dev.ripcord.deploy.evaluation;

import dev.ripcord.deploy.print.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An evaluation for people: a line for the definitions together, one for each alone, one for the plain limit. */
public final class EvaluationTable {
    private EvaluationTable() {}

    public static List<String> lines(EvaluationReport report) {
        var table = Table.of("", "fired>", "precision>", "recall>", "f1>", "false halts>", "saved>", "steps>");
        row(table, "all definitions", report.all());
        report.patterns().forEach((definition, score) -> row(table, definition, score));
        row(table, report.stepBaseline());
        var lines = new ArrayList<String>();
        lines.add("sessions with a label: " + report.all().sessions());
        lines.addAll(table.lines());
        return lines;
    }

    private static void row(Table table, String name, Score score) {
        table.row(
                name,
                score.fired(),
                share(score.precision()),
                share(score.recall()),
                share(score.f1()),
                share(score.falseHalts()),
                share(score.saved()),
                share(score.steps()));
    }

    private static void row(Table table, StepBaseline baseline) {
        table.row(
                baseline.n() == null ? "halt at call n" : "halt at call " + baseline.n(),
                "",
                share(baseline.precision()),
                share(baseline.recall()),
                share(baseline.f1()),
                share(baseline.falseHalts()),
                share(baseline.saved()),
                share(baseline.steps()));
    }

    private static String share(Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.3f", share);
    }
}
