package dev.ripcord.deploy.command;

import dev.ripcord.console.archive.compact.ArchiveUpkeep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord archive compact}: one sorted file instead of many. */
@Command(
        name = "compact",
        description = "Brings the records of each day and bucket into one file, sorted by session, and drops those that"
                + " are there twice. May be stopped and started again at any time, also beside the archive job.",
        footer = {"", "Example: ripcord archive compact /var/lib/ripcord/archive --older-than 1h"})
final class ArchiveCompactCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The root of the archive.")
    private Path root;

    @Option(
            names = "--older-than",
            paramLabel = "DURATION",
            defaultValue = "1h",
            converter = DurationText.class,
            description = "Only days that were over for so long, in UTC (default: ${DEFAULT-VALUE}).")
    private Duration olderThan;

    @Mixin
    private ArchiveReport report;

    @Override
    public Integer call() throws Exception {
        new ArchiveUpkeep(ArchiveReport.existing(root), ArchiveReport.now(), change -> report.tell(change, spec))
                .compact(olderThan);
        return report.finish(spec);
    }
}
