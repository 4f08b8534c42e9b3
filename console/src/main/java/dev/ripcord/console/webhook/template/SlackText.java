package dev.ripcord.console.webhook.template;

import java.util.List;

/**
 * Text for Slack, which reads {@code <!channel>} and the like as commands, and takes so many characters and no more.
 */
final class SlackText {
    private static final String MORE = "...";

    private SlackText() {}

    /** @return the text, escaped, and cut where it would be longer than that */
    static String of(String text, int most) {
        var escaped = new StringBuilder();
        for (int index = 0; index < text.length(); index = text.offsetByCodePoints(index, 1)) {
            String next = escaped(text.codePointAt(index));
            if (escaped.length() + next.length() > most - MORE.length()) {
                return escaped.append(MORE).toString();
            }
            escaped.append(next);
        }
        return escaped.toString();
    }

    /** @return as many of the lines, escaped, as fit as a whole */
    static String whole(List<String> lines, int most) {
        var fitting = new StringBuilder();
        for (String line : lines) {
            String escaped = of(line, Integer.MAX_VALUE) + "\n";
            if (fitting.length() + escaped.length() <= most) {
                fitting.append(escaped);
            }
        }
        return fitting.toString().stripTrailing();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(character);
        };
    }
}
