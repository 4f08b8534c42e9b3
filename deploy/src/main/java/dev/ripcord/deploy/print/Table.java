package dev.ripcord.deploy.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of words in columns, each as wide as its widest word. */
public final class Table {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private record Column(String title, boolean right) {}

    private Table(List<Column> columns) {
        this.columns = columns;
    }

    /** @param titles of the columns; those that end in {@code >} are set to the right, as numbers are */
    public static Table of(String... titles) {
        return new Table(Stream.of(titles).map(Table::column).toList());
    }

    private static Column column(String title) {
        boolean right = title.endsWith(">");
        return new Column(right ? title.substring(0, title.length() - 1) : title, right);
    }

    public Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells in " + columns.size() + " columns");
        }
        rows.add(Stream.of(cells).map(String::valueOf).map(Printable::line).toList());
        return this;
    }

    /** @return the titles, then the rows */
    public List<String> lines() {
        var all = new ArrayList<List<String>>();
        all.add(columns.stream().map(Column::title).toList());
        all.addAll(rows);
        var widths = widths(all);
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private int[] widths(List<List<String>> all) {
        var widths = new int[columns.size()];
        for (var row : all) {
            for (int index = 0; index < widths.length; index++) {
                widths[index] = Math.max(widths[index], row.get(index).length());
            }
        }
        return widths;
    }

    private String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int index = 0; index < widths.length; index++) {
            var padding = " ".repeat(widths[index] - row.get(index).length());
            line.append(index == 0 ? "" : GAP);
            line.append(columns.get(index).right() ? padding + row.get(index) : row.get(index) + padding);
        }
        return line.toString().stripTrailing();
    }
}
