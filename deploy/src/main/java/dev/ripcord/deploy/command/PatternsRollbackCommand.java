package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.ActivateCommandLine;
import dev.ripcord.deploy.patterns.ActivationChange;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.topic.Topic;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord patterns rollback}: back to the activation before. */
@Command(
        name = "rollback",
        description = "Puts the activation before the latest one of a pattern in force again: its definition, mode and"
                + " parameters. Said again, it goes one further back. What was halted stays so until it is released.",
        footer = {"", "Example: ripcord patterns rollback identical-call --reason 'too eager'"})
final class PatternsRollbackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private GuardAnswer guard;

    @Mixin
    private Authorship author;

    @Parameters(paramLabel = "ID", converter = PatternIdText.class, description = "Which one: ID, or pattern/ID.")
    private String id;

    @Override
    public Integer call() throws Exception {
        var address = kafka.address();
        address.require("nothing was rolled back", Topic.PATTERNS, Topic.PATTERN_STATUS);
        var log = PatternLog.read(address);
        var before = new ActivationChange(log, author.actor(), author.reason()).before(id);
        var replaced = log.activation(id).orElseThrow().activation();
        int exitCode = guard.tell(guard.writer(address).write(before), spec.commandLine());
        if (exitCode == ExitCode.OK) {
            spec.commandLine().getErr().println("undo: " + ActivateCommandLine.of(replaced) + kafka.again());
        }
        return exitCode;
    }
}
