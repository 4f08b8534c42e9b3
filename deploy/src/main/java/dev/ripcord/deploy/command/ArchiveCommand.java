package dev.ripcord.deploy.command;

import picocli.CommandLine.Command;

/** {@code ripcord archive}: keeps an archive in order. */
@Command(
        name = "archive",
        description = "Keeps an archive in a directory in order: few sorted files, and nothing beyond its time."
                + " 'ripcord submit --job archive' is what writes one.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ArchiveCompactCommand.class, ArchiveRetainCommand.class},
        footer = {"", "Example: ripcord archive compact /var/lib/ripcord/archive"})
public final class ArchiveCommand {}
