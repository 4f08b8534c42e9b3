package dev.ripcord.deploy.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who changes something, and why. */
final class Authorship {
    @Mixin
    private ActorOption actor;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever asks later.")
    private String reason;

    String actor() {
        return actor.name();
    }

    /** @return null where none was given */
    String reason() {
        return reason;
    }
}
