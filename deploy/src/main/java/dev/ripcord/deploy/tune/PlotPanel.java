package dev.ripcord.deploy.tune;

import dev.ripcord.deploy.evaluation.Score;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One diagram of a plot: false halts to the right, a share from 0 to 1 upwards. */
final class PlotPanel {
    private static final int TOP = 66;
    private static final int BOTTOM = 370;
    private static final int MARGIN = 60;
    private static final int WIDE = 390;
    private static final int TICKS = 5;

    private final int left;
    private final double mostAcross;

    /** @param mostAcross the false halts at the right edge */
    PlotPanel(int left, double mostAcross) {
        this.left = left + MARGIN;
        this.mostAcross = mostAcross;
    }

    String axes(String name) {
        var axes = new StringBuilder();
        for (int tick = 0; tick <= TICKS; tick++) {
            double share = (double) tick / TICKS;
            axes.append(line("grid", left, y(share), left + WIDE, y(share)));
            axes.append(text("small", left - 8, y(share) + 4, "end", PlotText.share(share)));
            axes.append(
                    text("small", x(share * mostAcross), BOTTOM + 16, "middle", PlotText.share(share * mostAcross)));
        }
        axes.append(line("axis", left, BOTTOM, left + WIDE, BOTTOM));
        axes.append(line("axis", left, TOP, left, BOTTOM));
        axes.append(text("", left, TOP - 8, "start", name));
        return axes.append(text("", left + WIDE, BOTTOM + 34, "end", "false halts"))
                .toString();
    }

    String limit(double falseHalts) {
        return falseHalts > mostAcross ? "" : line("limit", x(falseHalts), TOP, x(falseHalts), BOTTOM);
    }

    /** @param scores by rising false halts */
    String path(List<Score> scores, Function<Score, Double> height) {
        return "<polyline class=\"path\" points=\""
                + scores.stream()
                        .map(score -> number(x(score.falseHalts())) + "," + number(y(height.apply(score))))
                        .collect(Collectors.joining(" "))
                + "\"/>\n";
    }

    String point(double falseHalts, double share, String look, String tip) {
        boolean marked = look.equals("recommended") || look.equals("default");
        return "<circle class=\"" + look + "\" cx=\"" + number(x(falseHalts)) + "\" cy=\"" + number(y(share))
                + "\" r=\"" + (marked ? 6 : 4) + "\"><title>" + tip + "</title></circle>\n";
    }

    private double x(double falseHalts) {
        return left + WIDE * falseHalts / mostAcross;
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * share;
    }

    private static String line(String look, double fromX, double fromY, double toX, double toY) {
        return "<line class=\"" + look + "\" x1=\"" + number(fromX) + "\" y1=\"" + number(fromY) + "\" x2=\""
                + number(toX) + "\" y2=\"" + number(toY) + "\"/>\n";
    }

    private static String text(String look, double x, double y, String anchor, String words) {
        return "<text class=\"" + look + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor
                + "\">" + PlotText.escaped(words) + "</text>\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
