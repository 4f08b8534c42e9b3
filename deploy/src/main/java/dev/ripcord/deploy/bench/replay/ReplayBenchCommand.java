package dev.ripcord.deploy.bench.replay;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.ShippedLibrary;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord bench replay}: how long one session takes out of a large archive. */
@Command(
        name = "replay",
        description = "Writes an archive of 10 million events, as compaction leaves it, and replays single sessions of"
                + " 1,000 events out of it.",
        footer = {"", "The target is below one second.", "Example: ripcord bench replay --quick"})
public final class ReplayBenchCommand implements Callable<Integer> {
    private static final int SESSIONS = 10_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--quick", description = "A tenth of the events.")
    private boolean quick;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var root = Files.createTempDirectory("ripcord-archive");
        try {
            var result = ReplayBench.run(
                    root,
                    quick ? SESSIONS / 10 : SESSIONS,
                    ShippedLibrary.definitions(),
                    spec.commandLine().getErr()::println);
            spec.commandLine().getOut().println(json ? Json.text(result) : result.line());
        } finally {
            delete(root);
        }
        return ExitCode.OK;
    }

    private static void delete(Path root) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(root)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
