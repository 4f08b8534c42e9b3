package dev.ripcord.console.webhook.template;

/** Text within what a receiver takes. */
final class Limited {
    private static final String MORE = "...";

    private Limited() {}

    /** @param most characters (UTF-16) of the result */
    static String text(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - MORE.length();
        // Half of a pair is no character.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + MORE;
    }
}
