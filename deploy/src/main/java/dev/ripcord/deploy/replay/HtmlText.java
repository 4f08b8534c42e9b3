package dev.ripcord.deploy.replay;

/** What agents wrote, in a page: it is shown, and never read as HTML. */
final class HtmlText {
    private HtmlText() {}

    /** @return the text with everything escaped that HTML gives a meaning, in an element as well as in an attribute */
    static String of(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> append(safe, character));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int character) {
        switch (character) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            case '\n', '\t' -> safe.appendCodePoint(character);
            default -> safe.appendCodePoint(hidden(character) ? '?' : character);
        }
    }

    /** Control characters, halves of surrogate pairs, and marks that turn the direction of writing. */
    private static boolean hidden(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }
}
