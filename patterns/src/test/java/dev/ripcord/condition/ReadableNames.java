package dev.ripcord.condition;

import java.util.Set;
import java.util.TreeSet;

/** What conditions can name and call, for the page that tells it to people. */
public final class ReadableNames {
    private ReadableNames() {}

    /** @return {@code tool}, {@code status} and the like */
    public static Set<String> eventWords() {
        return new TreeSet<>(StepNames.eventWords());
    }

    public static Set<String> functions() {
        return new TreeSet<>(NameWords.FUNCTIONS);
    }
}
