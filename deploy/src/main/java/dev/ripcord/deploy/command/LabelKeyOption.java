package dev.ripcord.deploy.command;

import picocli.CommandLine.Option;

/** Which key of a label line is the verdict. */
final class LabelKeyOption {
    @Option(
            names = "--label",
            paramLabel = "KEY",
            defaultValue = "looping",
            description = "The key that says whether a session should be stopped (default: ${DEFAULT-VALUE}).")
    private String key;

    String key() {
        return key;
    }
}
