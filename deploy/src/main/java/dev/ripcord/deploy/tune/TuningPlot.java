package dev.ripcord.deploy.tune;

import dev.ripcord.deploy.evaluation.Score;
import dev.ripcord.deploy.tune.TuningReport.Row;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Draws a tuning as SVG, one file without anything around it: on the left f1, on the right what is saved, both against
 * false halts. Each point tells its setting when it is pointed at.
 */
public final class TuningPlot {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 440;
    private static final int BETWEEN = 480;
    private static final List<Double> EDGES = List.of(0.02, 0.05, 0.1, 0.2, 0.5, 1.0);
    private static final List<String> LOOKS = List.of("point", "front", "default", "recommended");
    private static final String STYLE = """
            <style>
              svg { font: 13px system-ui, sans-serif; background: #fff; color: #222 }
              text { fill: #222 } .title { font-size: 15px; font-weight: 600 } .small { font-size: 11px; fill: #555 }
              .axis { stroke: #888 } .grid { stroke: #e4e4e4 } .limit { stroke: #b00; stroke-dasharray: 4 3 }
              .point { fill: #ccc } .front { fill: #4477aa }
              .path { fill: none; stroke: #4477aa; stroke-width: 1.5 }
              .default { fill: #fff; stroke: #222; stroke-width: 2 } .recommended { fill: #ee6677; stroke: #222 }
            </style>
            """;

    private final TuningReport report;
    private final StringBuilder svg = new StringBuilder();

    private TuningPlot(TuningReport report) {
        this.report = report;
    }

    /** @return the text of the file */
    public static String svg(TuningReport report) {
        return new TuningPlot(report).draw();
    }

    private String draw() {
        var title = PlotText.escaped(report.pattern().id() + ": "
                + report.settings().size() + " settings on " + report.sessions() + " labelled sessions");
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
                WIDTH,
                HEIGHT,
                title));
        svg.append(STYLE);
        svg.append("<text class=\"title\" x=\"60\" y=\"28\">").append(title).append("</text>\n");
        panel(0, "f1", Score::f1);
        panel(BETWEEN, "share of calls saved", Score::saved);
        legend();
        return svg.append("</svg>\n").toString();
    }

    private void panel(int left, String name, Function<Score, Double> height) {
        var panel = new PlotPanel(left, mostFalseHalts());
        svg.append(panel.axes(name));
        svg.append(panel.limit(report.maxFalseHalts()));
        var shown = report.settings().stream()
                .filter(row -> row.score().falseHalts() != null && height.apply(row.score()) != null)
                .toList();
        svg.append(panel.path(
                shown.stream()
                        .filter(Row::front)
                        .sorted((one, other) -> Double.compare(
                                one.score().falseHalts(), other.score().falseHalts()))
                        .map(Row::score)
                        .toList(),
                height));
        // What matters most is drawn last, above what it would else lie under.
        LOOKS.forEach(look -> shown.stream()
                .filter(row -> look(row).equals(look))
                .forEach(row ->
                        svg.append(panel.point(row.score().falseHalts(), height.apply(row.score()), look, tip(row)))));
    }

    /** The right edge: a round number above every point and the limit. */
    private double mostFalseHalts() {
        double most = report.settings().stream()
                .map(row -> row.score().falseHalts())
                .filter(share -> share != null)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        double needed = Math.max(most, report.maxFalseHalts());
        return EDGES.stream().filter(edge -> edge >= needed).findFirst().orElse(1.0);
    }

    private String look(Row row) {
        boolean recommended = report.recommended() != null
                && row.parameters().equals(report.recommended().parameters());
        boolean usual = row.equals(report.defaults());
        return recommended ? "recommended" : usual ? "default" : row.front() ? "front" : "point";
    }

    private static String tip(Row row) {
        var score = row.score();
        return PlotText.escaped(row.parameters() + " precision " + PlotText.share(score.precision()) + " recall "
                + PlotText.share(score.recall()) + " f1 " + PlotText.share(score.f1()) + " false halts "
                + PlotText.share(score.falseHalts()) + " saved " + PlotText.share(score.saved()));
    }

    private void legend() {
        int left = 60;
        for (var entry : List.of("recommended", "default", "front", "point")) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"5\"/><text class=\"small\" x=\"%d\" y=\"%d\">%s</text>%n",
                    entry,
                    left,
                    HEIGHT - 14,
                    left + 10,
                    HEIGHT - 10,
                    entry.equals("front") ? "worth a choice" : entry.equals("point") ? "another setting" : entry));
            left += 140;
        }
    }
}
