package dev.ripcord.deploy.replay;

/** Colours of a terminal; none where nobody looks at one, or somebody set {@code NO_COLOR}. */
public enum Ink {
    PLAIN(""),
    FAINT("\u001b[2m"),
    BOLD("\u001b[1m"),
    RED("\u001b[31m"),
    YELLOW("\u001b[33m"),
    CYAN("\u001b[36m");

    private static final String END = "\u001b[0m";

    /** Set by the launcher where standard output is a terminal; Java itself cannot tell. */
    private static final String TERMINAL = "ripcord.terminal.output";

    private final String begin;

    Ink(String begin) {
        this.begin = begin;
    }

    /** @return whether colours belong on standard output; see no-color.org */
    public static boolean isWanted() {
        String refused = System.getenv("NO_COLOR");
        return Boolean.getBoolean(TERMINAL) && (refused == null || refused.isEmpty());
    }

    /** @param text without control characters */
    String on(String text, boolean wanted) {
        return !wanted || this == PLAIN ? text : begin + text + END;
    }
}
