package dev.ripcord.jobs.settings;

import java.util.List;

/** Settings that cannot be run with; says all that is wrong with them. */
public final class SettingsException extends RuntimeException {
    private final List<String> problems;

    public SettingsException(List<String> problems) {
        super(problems.size() + (problems.size() == 1 ? " setting is" : " settings are") + " wrong:\n  "
                + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
