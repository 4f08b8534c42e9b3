package dev.ripcord.deploy.command;

import picocli.CommandLine.Option;

/** Who changes something, and why. */
final class Authorship {
    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who does it (default: you).")
    private String actor;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever asks later.")
    private String reason;

    String actor() {
        return actor;
    }

    /** @return null where none was given */
    String reason() {
        return reason;
    }
}
