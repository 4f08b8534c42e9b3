package dev.ripcord.deploy.backtest;

import dev.ripcord.deploy.print.Dollars;
import dev.ripcord.deploy.print.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each pattern alone would have done, and all together. Columns of which nothing is known are left out. */
final class PatternFiguresTable {
    private static final String NONE = "-";

    private final boolean labelled;
    private final boolean compared;
    private final Table table;

    private PatternFiguresTable(boolean labelled, boolean compared) {
        this.labelled = labelled;
        this.compared = compared;
        this.table = Table.of(titles().toArray(String[]::new));
    }

    static List<String> lines(BacktestReport report) {
        var figures = new PatternFiguresTable(report.scores() != null, report.against() != null);
        report.patterns().forEach(figures::row);
        figures.row(
                "all together",
                NONE,
                NONE,
                report.all(),
                report.against() == null ? null : report.against().counts());
        return figures.table.lines();
    }

    private List<String> titles() {
        var titles = new ArrayList<>(List.of("pattern", "action", "signals>", "halted>"));
        if (labelled) {
            titles.addAll(List.of("right>", "wrong>"));
        }
        titles.addAll(List.of("spent by then>", "steps saved>", "saved>"));
        if (compared) {
            titles.addAll(List.of("new>", "lost>", "earlier>", "later>"));
        }
        return titles;
    }

    private void row(PatternFigures pattern) {
        boolean gone = pattern.hash() == null;
        row(
                gone ? pattern.id() + " (gone)" : pattern.id() + "@" + pattern.hash(),
                gone ? NONE : pattern.action().name().toLowerCase(Locale.ROOT),
                String.valueOf(pattern.signals()),
                pattern.halts(),
                pattern.changes());
    }

    private void row(String name, String action, String signals, HaltFigures halts, ChangeCounts changes) {
        var cells = new ArrayList<Object>(List.of(name, action, signals, halts.halted()));
        if (labelled) {
            cells.addAll(List.of(halts.right(), halts.wrong()));
        }
        cells.addAll(List.of(Dollars.shown(halts.spentUsd()), halts.savedSteps(), Dollars.shown(halts.savedUsd())));
        if (compared) {
            cells.addAll(List.of(changes.gained(), changes.lost(), changes.earlier(), changes.later()));
        }
        table.row(cells.toArray());
    }
}
