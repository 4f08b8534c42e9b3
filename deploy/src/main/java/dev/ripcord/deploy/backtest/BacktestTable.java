package dev.ripcord.deploy.backtest;

import dev.ripcord.deploy.evaluation.UnusedTools;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.deploy.print.Dollars;
import java.util.ArrayList;
import java.util.List;

/** A backtest for people: what history there was, a line for each pattern, then what changes and who is halted. */
public final class BacktestTable {
    private BacktestTable() {}

    /** @param most sessions and changes that are shown each */
    public static List<String> lines(BacktestReport report, int most) {
        var lines = new ArrayList<String>();
        history(report.history(), lines);
        report.unusedTools().stream().map(UnusedTools::line).forEach(lines::add);
        lines.add("");
        lines.addAll(PatternFiguresTable.lines(report));
        if (report.against() != null) {
            lines.add("");
            comparison(report, lines);
            lines.addAll(SessionTable.changes(report.against().changes(), most));
        }
        lines.addAll(SessionTable.halted(report.halted(), most));
        if (report.violations() != null) {
            lines.add("");
            violations(report.violations(), lines);
        }
        return lines;
    }

    private static void history(HistoryCounts history, List<String> lines) {
        var cost = history.spentUsd() == null ? "" : ", " + Dollars.shown(history.spentUsd());
        lines.add(Count.of(history.events(), "event") + " of " + Count.of(history.sessions(), "session") + cost + "; "
                + Count.of(history.repeats(), "repeat") + ", " + history.late() + " late, " + history.dead()
                + " dead" + (history.dead() == 0 ? "" : " (the first: " + history.firstDead() + ")"));
        if (history.overflows() > 0) {
            lines.add(Count.of(history.overflows(), "partial match")
                    + " dropped because a limit was reached: a halt may be missing");
        }
    }

    private static void comparison(BacktestReport report, List<String> lines) {
        var against = report.against();
        var counts = against.counts();
        lines.add("against the old ones (" + Count.of(against.unchanged(), "pattern") + " unchanged"
                + (against.toolsDiffer() ? ", other tool profiles" : "") + "): "
                + counts.gained() + " new, " + counts.lost() + " lost, " + counts.earlier() + " earlier, "
                + counts.later() + " later; halted " + against.before().halted() + " before, "
                + report.all().halted() + " now");
        lines.add("saved before: " + saved(against.before()) + "; now: " + saved(report.all()));
    }

    private static String saved(HaltFigures halts) {
        return Count.of(halts.savedSteps(), "step") + ", " + Dollars.shown(halts.savedUsd());
    }

    private static void violations(List<Violation> violations, List<String> lines) {
        violations.forEach(violation -> lines.add(violation.place() + ": not as expected: " + violation.message()));
        lines.add(violations.isEmpty() ? "as expected" : Count.of(violations.size(), "expectation") + " violated");
    }
}
