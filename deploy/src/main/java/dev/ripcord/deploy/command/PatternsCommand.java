package dev.ripcord.deploy.command;

import picocli.CommandLine.Command;

/** {@code ripcord patterns}: what the guard judges by. */
@Command(
        name = "patterns",
        description = "Publishes definitions, puts them in force, and lists how they stand.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PatternsListCommand.class,
            PatternsPublishCommand.class,
            PatternsActivateCommand.class,
            PatternsDeactivateCommand.class,
            PatternsReportCommand.class,
            PatternsPromoteCommand.class,
            PatternsDemoteCommand.class,
            PatternsRollbackCommand.class,
            PatternsDiffCommand.class
        },
        footer = {"", "Example: ripcord patterns publish patterns/library && ripcord patterns activate --all"})
public final class PatternsCommand {}
