package dev.ripcord.deploy.command;

import dev.ripcord.deploy.patterns.ActivateCommandLine;
import dev.ripcord.deploy.patterns.ActivationChange;
import dev.ripcord.deploy.patterns.ActivationResult;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.topic.Topic;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ripcord patterns rollback}: back to the activation before. */
@Command(
        name = "rollback",
        description = "Puts the activation before the latest one of each pattern in force again: its definition, mode"
                + " and parameters. Said again, it goes one further back. What was halted stays so until it is"
                + " released.",
        footer = {"", "Example: ripcord patterns rollback identical-call --reason 'too eager'"})
final class PatternsRollbackCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was rolled back";

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private GuardAnswer guard;

    @Mixin
    private Authorship author;

    @Mixin
    private PatternIds patterns;

    @Override
    public Integer call() throws Exception {
        var address = kafka.address();
        address.require(NOTHING, Topic.PATTERNS, Topic.PATTERN_STATUS);
        var log = PatternLog.read(address);
        var change = new ActivationChange(log, author.actor(), author.reason());
        var results = guard.writer(address).write(patterns.each(NOTHING, change::before));
        int exitCode = guard.tell(results, spec.commandLine());
        results.stream().filter(guard::isContentWith).forEach(result -> tellUndo(result, log));
        return exitCode;
    }

    private void tellUndo(ActivationResult result, PatternLog log) {
        var replaced = log.activation(result.activation().id()).orElseThrow().activation();
        spec.commandLine().getErr().println("undo: " + ActivateCommandLine.of(replaced) + kafka.again());
    }
}
