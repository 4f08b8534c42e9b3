package dev.ripcord.deploy.command;

import dev.ripcord.deploy.patterns.ActivationChange;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.pattern.Mode;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Puts what is in force into another mode, all that is named or none of it. */
final class ModeChange {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private GuardAnswer guard;

    @Mixin
    private Authorship author;

    @Mixin
    private PatternIds patterns;

    /** @return the exit code */
    int to(Mode mode, String consequence) throws IOException, InterruptedException {
        var address = kafka.address();
        address.require(consequence, Topic.PATTERNS, Topic.PATTERN_STATUS);
        var change = new ActivationChange(PatternLog.read(address), author.actor(), author.reason());
        var standing = new ArrayList<String>();
        var changes = patterns
                .each(consequence, id -> {
                    var changed = change.inMode(id, mode, consequence);
                    if (changed.isEmpty()) {
                        standing.add(id);
                    }
                    return changed;
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
        for (var id : standing) {
            spec.commandLine()
                    .getErr()
                    .println(id + " is in " + mode.name().toLowerCase(Locale.ROOT) + " already"
                            + (changes.isEmpty() ? "; " + consequence : ""));
        }
        return guard.tell(guard.writer(address).write(changes), spec.commandLine());
    }
}
