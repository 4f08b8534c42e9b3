package dev.ripcord.deploy.drill;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.patterns.ActivationRequest;
import dev.ripcord.deploy.patterns.ActivationWriter;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.deploy.patterns.Publication;
import dev.ripcord.deploy.patterns.ShippedLibrary;
import dev.ripcord.deploy.patterns.StandingPatterns;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.time.Durations;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The pattern that halts the drill's agent, and nobody else. */
public final class DrillPattern {
    public static final String ID = "ripcord-drill";
    /** The only tenant that it applies to. */
    public static final String TENANT = "ripcord-drill";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NOTHING = "nothing is proven";

    private DrillPattern() {}

    /**
     * Puts it in force where it is not.
     *
     * @return the definition that was put in force by this; empty where it was already
     * @throws Refusal where Kafka, or the guard, does not take it
     */
    public static Optional<String> enforce(KafkaAddress kafka, String actor) throws InterruptedException {
        kafka.require(NOTHING, Topic.PATTERNS, Topic.PATTERN_STATUS);
        if (PatternLog.read(kafka)
                .activation(ID)
                .filter(DrillPattern::isEnforced)
                .isPresent()) {
            return Optional.empty();
        }
        Definition definition = ShippedLibrary.definition(ID);
        Publication.of(List.of(definition), kafka, actor);
        var request = new ActivationRequest(definition.key(), Mode.ENFORCE, Map.of(), actor, "ripcord drill");
        var result = new ActivationWriter(kafka, PATIENCE)
                .activate(List.of(request), StandingPatterns.read(kafka))
                .get(0);
        requireAccepted(result.answer());
        // Events are judged by it from half a second after its record on.
        new CountDownLatch(1).await(Activation.NOTICE_MILLIS + 100, TimeUnit.MILLISECONDS);
        return Optional.of(definition.key());
    }

    private static boolean isEnforced(PatternLog.Activated activated) {
        return !activated.activation().deactivates() && activated.activation().mode() == Mode.ENFORCE;
    }

    private static void requireAccepted(PatternStatus answer) {
        if (answer == null) {
            throw refused(List.of("no guard answered within " + Durations.format(PATIENCE) + ", so that nobody would"
                    + " find a runaway; is it running?"));
        }
        if (answer.status() == PatternStatus.Status.REFUSED) {
            throw refused(answer.problems());
        }
    }

    private static Refusal refused(List<String> reasons) {
        return new Refusal(reasons, NOTHING, ExitCode.FAILED);
    }
}
