package dev.ripcord.source;

import java.util.regex.Pattern;

/** What somebody wrote, by lines: to show a fault with the line that it stands in. */
public final class SourceText {
    /** A fault beyond is told without its line: a terminal would not show it under the caret anyway. */
    static final int WIDEST_EXCERPT = 200;

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final String text;
    private final String[] lines;

    /** @param name as the caller named it */
    public SourceText(String name, String text) {
        this.name = name;
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        this.lines = LINE_BREAK.split(this.text, -1);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** @return the line of the place; empty where it is too wide to be of use */
    public String excerpt(Place place) {
        if (place.line() > lines.length || place.column() > WIDEST_EXCERPT) {
            return "";
        }
        String line = lines[place.line() - 1].stripTrailing();
        return line.length() <= WIDEST_EXCERPT ? line : line.substring(0, WIDEST_EXCERPT) + "...";
    }

    /** @return the place of the character at that index; the end of the text where it is beyond */
    static Place place(CharSequence text, int index) {
        int line = 1;
        int lineStart = 0;
        var lineBreak = LINE_BREAK.matcher(text.subSequence(0, Math.min(index, text.length())));
        while (lineBreak.find()) {
            line++;
            lineStart = lineBreak.end();
        }
        int column = Character.codePointCount(text, lineStart, Math.min(index, text.length())) + 1;
        return new Place(line, column);
    }
}
