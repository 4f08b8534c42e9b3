package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.ActivationChange;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.pattern.Mode;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Puts what is in force into another mode. */
final class ModeChange {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private GuardAnswer guard;

    @Mixin
    private Authorship author;

    @Parameters(paramLabel = "ID", converter = PatternIdText.class, description = "Which one: ID, or pattern/ID.")
    private String id;

    /** @return the exit code */
    int to(Mode mode, String consequence) throws IOException, InterruptedException {
        var address = kafka.address();
        address.require(consequence, Topic.PATTERNS, Topic.PATTERN_STATUS);
        var log = PatternLog.read(address);
        var change = new ActivationChange(log, author.actor(), author.reason()).inMode(id, mode, consequence);
        if (change.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(id + " is in " + mode.name().toLowerCase(Locale.ROOT) + " already; " + consequence);
            return ExitCode.OK;
        }
        return guard.tell(guard.writer(address).write(change.get()), spec.commandLine());
    }
}
