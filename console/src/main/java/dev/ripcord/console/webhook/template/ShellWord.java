package dev.ripcord.console.webhook.template;

import java.util.regex.Pattern;

/**
 * Text as one word of a shell. Session ids come from agents, and people paste the commands that they are given: an id
 * such as {@code x; rm -rf ~} must stay an id.
 */
final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+][A-Za-z0-9_./:@%+=-]*");

    private ShellWord() {}

    static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
