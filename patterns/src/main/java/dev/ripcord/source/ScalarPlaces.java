package dev.ripcord.source;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Finds the character of a document that became a certain character of a text in it.
 *
 * <p>However a text is written (plain, quoted, literal or folded), the characters that are not blank stand in the
 * document in the order in which they stand in the text; only line breaks and indentation come and go. So both are
 * walked together, from one non-blank character to the next.
 */
final class ScalarPlaces {
    private final int[] source;
    private final ScalarStyle style;
    private int at;
    private int line;
    private int column;

    private ScalarPlaces(YamlDocument document, ScalarNode node) {
        this.source = document.text().codePoints().toArray();
        this.style = node.getScalarStyle();
        this.at = node.getStartMark().getIndex();
        Place start = document.place(node.getStartMark());
        this.line = start.line();
        this.column = start.column();
    }

    /** @param wanted line and column within the text */
    static Place of(YamlDocument document, ScalarNode node, Place wanted) {
        var places = new ScalarPlaces(document, node);
        places.enter();
        int[] text = node.getValue().codePoints().toArray();
        int target = index(text, wanted);
        for (int index = 0; index < target; index++) {
            if (!Character.isWhitespace(text[index])) {
                places.skipBlanks();
                places.move(places.characterLength());
            }
        }
        if (target < text.length && !Character.isWhitespace(text[target])) {
            places.skipBlanks();
        }
        return new Place(places.line, places.column);
    }

    private static int index(int[] text, Place wanted) {
        int index = 0;
        for (int current = 1; current < wanted.line() && index < text.length; index++) {
            current += text[index] == '\n' ? 1 : 0;
        }
        return Math.min(index + wanted.column() - 1, text.length);
    }

    /** Passes what stands before the first character: anchor, tag, quote, the header of a block. */
    private void enter() {
        while (at < source.length && (source[at] == '&' || source[at] == '!')) {
            while (at < source.length && !Character.isWhitespace(source[at])) {
                move(1);
            }
            skipBlanks();
        }
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            int header = line;
            while (at < source.length && line == header) {
                move(1);
            }
        } else if (style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED) {
            move(1);
        }
    }

    private void skipBlanks() {
        while (at < source.length && isBlank()) {
            move(characterLength());
        }
    }

    private boolean isBlank() {
        if (!isEscape()) {
            return Character.isWhitespace(source[at]);
        }
        int letter = source[at + 1];
        return Character.isWhitespace(letter)
                || "tnvfrLP".indexOf(letter) >= 0
                || letter == 'x' && Character.isWhitespace(hexadecimal(at + 2, 2));
    }

    private int characterLength() {
        if (isEscape()) {
            int letter = source[at + 1];
            return letter == 'x' ? 4 : letter == 'u' ? 6 : letter == 'U' ? 10 : 2;
        }
        return style == ScalarStyle.SINGLE_QUOTED && at < source.length && source[at] == '\'' ? 2 : 1;
    }

    private boolean isEscape() {
        return style == ScalarStyle.DOUBLE_QUOTED && source[at] == '\\' && at + 1 < source.length;
    }

    private int hexadecimal(int from, int length) {
        return Integer.parseInt(new String(source, from, length), 16);
    }

    private void move(int characters) {
        for (int moved = 0; moved < characters && at < source.length; moved++, at++) {
            boolean lineBreak = source[at] == '\n'
                    || source[at] == '\r' && (at + 1 == source.length || source[at + 1] != '\n')
                    || source[at] == 0x85
                    || source[at] == 0x2028
                    || source[at] == 0x2029;
            line += lineBreak ? 1 : 0;
            column = lineBreak ? 1 : column + 1;
        }
    }
}
