package dev.ripcord.deploy.command;

import dev.ripcord.deploy.patterns.ActivationChange;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.topic.Topic;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ripcord patterns deactivate}: takes definitions out of force. */
@Command(
        name = "deactivate",
        description =
                "Takes patterns out of force. What they have halted stays so until it is released: see ripcord halts.",
        footer = {"", "Example: ripcord patterns deactivate identical-call --reason 'halts a batch job'"})
final class PatternsDeactivateCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was deactivated";

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private GuardAnswer guard;

    @Mixin
    private PatternIds patterns;

    @Mixin
    private Authorship author;

    @Override
    public Integer call() throws Exception {
        var address = kafka.address();
        address.require(NOTHING, Topic.PATTERNS, Topic.PATTERN_STATUS);
        var log = PatternLog.read(address);
        var change = new ActivationChange(log, author.actor(), author.reason());
        var changes = patterns.each(NOTHING, id -> {
            log.requireActive(id, NOTHING);
            return change.deactivated(id);
        });
        return guard.tell(guard.writer(address).write(changes), spec.commandLine());
    }
}
