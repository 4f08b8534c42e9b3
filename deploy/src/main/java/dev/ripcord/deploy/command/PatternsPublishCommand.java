package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.PatternCheck;
import dev.ripcord.deploy.patterns.Publication;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Problem;
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

/** {@code ripcord patterns publish}: makes definitions known to the guard, without putting them in force. */
@Command(
        name = "publish",
        description = "Publishes definitions, all or none. What is in force stays in force.",
        footer = {"", "Example: ripcord patterns publish patterns/library"})
final class PatternsPublishCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was published";

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Pattern files, or directories of them.")
    private List<Path> paths;

    @Mixin
    private ActorOption actor;

    @Option(names = "--json", description = "Print one JSON object: published, present.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var check = PatternCheck.of(paths);
        if (!check.isRight()) {
            var err = spec.commandLine().getErr();
            check.problems().stream().map(Problem::render).forEach(err::println);
            err.println(check.summary() + "; " + NOTHING);
            return ExitCode.INVALID;
        }
        var address = kafka.address();
        address.require(NOTHING, Topic.PATTERNS);
        print(Publication.of(check.documents(), address, actor.name()));
        return ExitCode.OK;
    }

    private void print(Publication publication) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(publication));
        } else {
            publication.published().forEach(key -> out.println("published " + key));
            publication.present().forEach(key -> out.println("already there " + key));
        }
    }
}
