package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.pattern.Activation;
import dev.ripcord.signal.PatternStatus.Status;
import java.time.Duration;
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
        var log = PatternLog.read(kafka);
        var asked = request.of(log);
        return inForce(asked, log).orElseGet(() -> write(asked));
    }

    /** What the guard refused, or has not answered yet, is written again: it is asked again. */
    private Optional<ActivationResult> inForce(Activation asked, PatternLog log) {
        var same = log.activation(asked.id()).filter(latest -> asked.saysTheSameAs(latest.activation()));
        if (same.isEmpty()) {
            return Optional.empty();
        }
        var latest = same.get();
        return Optional.ofNullable(StatusLog.read(kafka).get(asked.id()))
                .filter(status -> status.offset() == latest.offset() && status.status() != Status.REFUSED)
                .map(status -> new ActivationResult(latest.activation(), latest.offset(), status, false));
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
