package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.DifferenceTable;
import dev.ripcord.deploy.patterns.PatternCheck;
import dev.ripcord.deploy.patterns.PatternComparison;
import dev.ripcord.deploy.patterns.PatternDifference.Kind;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord patterns diff}: what is in force against what a directory holds. */
@Command(
        name = "diff",
        description = "Compares what is in force with pattern files: added, removed, changed definitions, changed"
                + " parameters, and the mode of each.",
        footer = {
            "",
            "Exit code 3 where they differ. A mode is no difference: a pattern file has none.",
            "Example: ripcord patterns diff patterns/library"
        })
final class PatternsDiffCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was compared";

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Parameters(paramLabel = "DIR", description = "A directory of pattern files, or one file.")
    private Path directory;

    @Option(names = "--json", description = "Print a JSON array, an object each.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var check = PatternCheck.of(List.of(directory));
        if (!check.isRight()) {
            return new StandardError(spec).refuse(check.problems(), NOTHING);
        }
        var address = kafka.address();
        address.require(NOTHING, Topic.PATTERNS);
        var differences = PatternComparison.of(PatternLog.read(address), check.documents());
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(differences));
        } else {
            DifferenceTable.lines(differences).forEach(out::println);
        }
        boolean same = differences.stream().allMatch(difference -> difference.kind() == Kind.SAME);
        return same ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }
}
