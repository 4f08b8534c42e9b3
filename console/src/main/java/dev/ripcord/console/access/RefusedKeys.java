package dev.ripcord.console.access;

import dev.ripcord.source.Fault;
import java.nio.file.Path;
import java.util.List;

/** Thrown where the file of API keys is not right; the message has one line for each error, with its place. */
public final class RefusedKeys extends Exception {
    private final List<String> errors;

    RefusedKeys(Path file, List<Fault> faults) {
        this(faults.stream()
                .map(fault -> file + ":" + fault.place().line() + ":"
                        + fault.place().column() + ": error: " + fault.message())
                .toList());
    }

    private RefusedKeys(List<String> errors) {
        super(String.join("\n", errors));
        this.errors = errors;
    }

    public List<String> errors() {
        return errors;
    }
}
