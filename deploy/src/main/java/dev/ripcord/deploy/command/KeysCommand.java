package dev.ripcord.deploy.command;

import picocli.CommandLine.Command;

/** {@code ripcord keys}: keys that halts are signed with. */
@Command(
        name = "keys",
        description = "Makes keys that halts are signed with.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = KeysGenerateCommand.class,
        footer = {"", "Example: ripcord keys generate ops-1 --to /etc/ripcord"})
public final class KeysCommand {}
