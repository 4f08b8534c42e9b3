package dev.ripcord.deploy.command;

import picocli.CommandLine.Option;

/** Who does what a command does, as it is written down. */
final class ActorOption {
    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who does it (default: you).")
    private String name;

    String name() {
        return name;
    }
}
