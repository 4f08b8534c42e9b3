package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.pattern.Activation;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.PatternStatus.Status;
import dev.ripcord.time.WallClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Puts definitions in force, and out of it. */
public final class ActivationWriter {
    private final KafkaAddress kafka;
    private final Duration patience;

    /** @param patience how long to wait for the guard's answer; zero for not at all */
    public ActivationWriter(KafkaAddress kafka, Duration patience) {
        this.kafka = kafka;
        this.patience = patience;
    }

    /**
     * @return the one that stands, where it says the same and the guard has taken it: nothing is written then
     * @throws dev.ripcord.deploy.outcome.Refusal where the request cannot be met, with all reasons; nothing is written
     */
    public ActivationResult activate(ActivationRequest request) {
        // The answers first: an activation that somebody else writes in between is then the latest, and has none.
        var answers = StatusLog.read(kafka);
        var log = PatternLog.read(kafka);
        var asked = request.of(log);
        return inForce(asked, log, answers).orElseGet(() -> write(asked));
    }

    /**
     * Writes it also where it is in force: the guard judges it again.
     *
     * @throws dev.ripcord.deploy.outcome.Refusal as {@link #activate}
     */
    public ActivationResult activateAgain(ActivationRequest request) {
        return write(request.of(PatternLog.read(kafka)));
    }

    /** What the guard refused, or has not answered yet, is written again: it is asked again. */
    private static Optional<ActivationResult> inForce(
            Activation asked, PatternLog log, Map<String, PatternStatus> answers) {
        return log.activation(asked.id())
                .filter(latest -> asked.saysTheSameAs(latest.activation()) && isDue(latest.activation()))
                .flatMap(latest -> Optional.ofNullable(answers.get(asked.id()))
                        .filter(status -> status.offset() == latest.offset() && status.status() != Status.REFUSED)
                        .map(status -> new ActivationResult(latest.activation(), latest.offset(), status, false)));
    }

    /** Whether it counts no later than a record would that is written now. */
    private static boolean isDue(Activation latest) {
        return latest.activateAt() <= WallClock.SYSTEM.millis() + Activation.NOTICE_MILLIS;
    }

    public ActivationResult write(Activation activation) {
        // Listening begins before the record is written: the guard may answer within a millisecond.
        try (var status = StatusLog.listen(kafka);
                var writer = new PatternTopicWriter(kafka.settings())) {
            long offset = writer.write(activation).offset();
            var answer = patience.isZero()
                    ? null
                    : status.await(activation.id(), offset, patience).orElse(null);
            return new ActivationResult(activation, offset, answer, true);
        }
    }
}
