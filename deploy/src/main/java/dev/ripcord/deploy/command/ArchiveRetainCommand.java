package dev.ripcord.deploy.command;

import dev.ripcord.console.archive.compact.ArchiveUpkeep;
import dev.ripcord.console.archive.compact.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord archive retain}: drops what is beyond its time. */
@Command(
        name = "retain",
        description =
                "Drops the records whose time is over, counted from the end of their day in UTC. Patterns are kept"
                        + " for ever.",
        footer = {"", "Example: ripcord archive retain /var/lib/ripcord/archive --tenant acme=30d --default 365d"})
final class ArchiveRetainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The root of the archive.")
    private Path root;

    @Option(
            names = "--tenant",
            paramLabel = "TENANT=DURATION",
            converter = {Word.class, DurationText.class},
            description = "How long a tenant's records are kept; may be repeated.")
    private Map<String, Duration> byTenant = new LinkedHashMap<>();

    @Option(
            names = "--default",
            paramLabel = "DURATION",
            converter = DurationText.class,
            description = "How long everybody else's are kept, and those that belong to nobody (default: for ever).")
    private Duration others;

    @Mixin
    private ArchiveReport report;

    /** A map's keys are converted as its values are. */
    static final class Word implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return text;
        }
    }

    @Override
    public Integer call() throws Exception {
        new ArchiveUpkeep(ArchiveReport.existing(root), ArchiveReport.now(), change -> report.tell(change, spec))
                .retain(new Retention(byTenant, Optional.ofNullable(others)));
        return report.finish(spec);
    }
}
