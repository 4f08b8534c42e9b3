package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Mode;
import dev.ripcord.source.Suggestion;
import dev.ripcord.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord patterns deactivate}: takes a definition out of force. */
@Command(
        name = "deactivate",
        description =
                "Takes a pattern out of force. What it has halted stays so until it is released: see ripcord halts.",
        footer = {"", "Example: ripcord patterns deactivate identical-call --reason 'halts a batch job'"})
final class PatternsDeactivateCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was deactivated";

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private GuardAnswer guard;

    @Parameters(paramLabel = "ID")
    private String id;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who deactivates (default: you).")
    private String actor;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever asks later.")
    private String reason;

    @Override
    public Integer call() throws Exception {
        var address = kafka.address();
        address.require(NOTHING, Topic.PATTERNS, Topic.PATTERN_STATUS);
        var active = PatternLog.read(address).active();
        if (!active.contains(id)) {
            var hint = active.isEmpty() ? "; no pattern is" : Suggestion.hint(id, active, "active are");
            throw new Refusal(List.of("'" + id + "' is not active" + hint), NOTHING, ExitCode.FAILED);
        }
        var result = guard.writer(address).write(deactivation());
        return guard.tell(result, spec.commandLine());
    }

    private Activation deactivation() {
        return new Activation(Activation.SCHEMA_VERSION, id, null, Mode.SHADOW, Map.of(), null, actor, reason);
    }
}
