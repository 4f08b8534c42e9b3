package dev.ripcord.deploy.tune;

import java.util.Locale;

/** Words of a plot. */
final class PlotText {
    private PlotText() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** @return {@code 0.125}, without zeros at the end; a dash where there is none */
    static String share(Double share) {
        if (share == null) {
            return "-";
        }
        var text = String.format(Locale.ROOT, "%.3f", share);
        return text.replaceFirst("\\.?0+$", "");
    }
}
