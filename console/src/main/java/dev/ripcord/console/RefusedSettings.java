package dev.ripcord.console;

import java.util.List;

/** Thrown where a gateway does not start; all that must be put right, at once. */
public final class RefusedSettings extends Exception {
    private final List<String> errors;

    public RefusedSettings(List<String> errors) {
        super(String.join("\n", errors));
        this.errors = List.copyOf(errors);
    }

    public List<String> errors() {
        return errors;
    }
}
