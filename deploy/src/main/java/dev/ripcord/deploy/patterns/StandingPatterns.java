package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.pattern.Activation;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.PatternStatus.Status;
import dev.ripcord.time.WallClock;
import java.util.Map;
import java.util.Optional;

/**
 * What stands on {@code ripcord.patterns}, and what the guard has said of it.
 *
 * @param answers the latest, by the key of what they are about
 */
public record StandingPatterns(PatternLog log, Map<String, PatternStatus> answers) {

    public static StandingPatterns read(KafkaAddress kafka) {
        // The answers first: an activation that somebody else writes in between is then the latest, and has none.
        var answers = StatusLog.read(kafka);
        return new StandingPatterns(PatternLog.read(kafka), answers);
    }

    /** @return what the guard said of that very activation, where it did not refuse it */
    Optional<PatternStatus> taken(PatternLog.Activated activated) {
        return Optional.ofNullable(answers.get(activated.activation().id()))
                .filter(status -> status.offset() == activated.offset() && status.status() != Status.REFUSED);
    }

    /** What the guard refused, or has not answered yet, is written again: it is asked again. */
    Optional<ActivationResult> inForce(Activation asked) {
        return log.activation(asked.id())
                .filter(latest -> asked.saysTheSameAs(latest.activation()) && isDue(latest.activation()))
                .flatMap(latest -> taken(latest)
                        .map(status -> new ActivationResult(latest.activation(), latest.offset(), status, false)));
    }

    /** Whether it counts no later than a record would that is written now. */
    private static boolean isDue(Activation latest) {
        return latest.activateAt() <= WallClock.SYSTEM.millis() + Activation.NOTICE_MILLIS;
    }
}
