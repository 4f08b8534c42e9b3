package dev.ripcord.deploy.print;

/** Words of other people's events on our terminal. */
public final class Printable {
    private Printable() {}

    /** @return the text on one line, with control characters shown as {@code ?}: an event must not steer a terminal */
    public static String line(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().map(Printable::visible).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static int visible(int character) {
        if (Character.isWhitespace(character)) {
            return ' ';
        }
        // Format characters: among them the marks that turn the direction of writing.
        boolean hidden = Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
        return hidden ? '?' : character;
    }
}
