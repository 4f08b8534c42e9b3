package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.pattern.Activation;
import java.time.Duration;

/** Puts definitions in force, and out of it. */
public final class ActivationWriter {
    private final KafkaAddress kafka;
    private final Duration patience;

    /** @param patience how long to wait for the guard's answer; zero for not at all */
    public ActivationWriter(KafkaAddress kafka, Duration patience) {
        this.kafka = kafka;
        this.patience = patience;
    }

    /** @throws dev.ripcord.deploy.outcome.Refusal where the request cannot be met, with all reasons; nothing is written */
    public ActivationResult activate(ActivationRequest request) {
        return write(request.of(PatternLog.read(kafka)));
    }

    public ActivationResult write(Activation activation) {
        // Listening begins before the record is written: the guard may answer within a millisecond.
        try (var status = StatusLog.listen(kafka);
                var writer = new PatternTopicWriter(kafka.settings())) {
            long offset = writer.write(activation).offset();
            var answer = patience.isZero()
                    ? null
                    : status.await(activation.id(), offset, patience).orElse(null);
            return new ActivationResult(activation, offset, answer);
        }
    }
}
