package dev.ripcord.deploy.print;

import java.util.regex.Pattern;

/** Words of commands that are shown to be typed again. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    private ShellWord() {}

    /** @return the text as a shell reads it back as one word, whatever it contains */
    public static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
