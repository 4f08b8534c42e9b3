package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.OperatorSession;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.halt.Actor;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Who writes to {@code ripcord.halts}, why, and how. */
final class OperatorOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private TrustOptions trust;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why: agents are told, and whoever asks later.")
    private String reason;

    @Mixin
    private ActorOption actor;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "30s",
            converter = DurationText.class,
            description = "How long reading what stands may take (default: ${DEFAULT-VALUE}).")
    private Duration patience;

    /** @param consequence what did not happen where it cannot be done, such as "nothing was halted" */
    OperatorSession open(String consequence) throws IOException, InterruptedException {
        if (reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--reason is blank; say why, for whoever asks later");
        }
        var keys = trust.read(consequence);
        var address = kafka.address();
        address.require(consequence, Topic.HALTS, Topic.EVENTS);
        var who = new Actor(Actor.Kind.PERSON, actor.name());
        return OperatorSession.open(
                address, keys, who, patience, spec.commandLine().getErr()::println);
    }

    KafkaAddress address() throws IOException {
        return kafka.address();
    }

    Duration patience() {
        return patience;
    }

    String reason() {
        return reason;
    }

    /** Options that a command which is shown needs to reach the same Kafka. */
    String again() {
        return kafka.again();
    }
}
