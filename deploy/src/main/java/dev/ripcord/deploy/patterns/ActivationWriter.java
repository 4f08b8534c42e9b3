package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.pattern.Activation;
import dev.ripcord.signal.PatternStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts definitions in force, and out of it: all that are asked for at once, or none. */
public final class ActivationWriter {
    private final KafkaAddress kafka;
    private final Duration patience;

    /** @param patience how long to wait for the guard's answers, for all of them together; zero for not at all */
    public ActivationWriter(KafkaAddress kafka, Duration patience) {
        this.kafka = kafka;
        this.patience = patience;
    }

    /**
     * Writes what is not in force yet.
     *
     * @return first those that stand, because they say the same and the guard has taken them: they are not written
     * @throws dev.ripcord.deploy.outcome.Refusal where one cannot be met, with all reasons of all; nothing is written
     */
    public List<ActivationResult> activate(List<ActivationRequest> requests, StandingPatterns stands) {
        var results = new ArrayList<ActivationResult>();
        var missing = new ArrayList<Activation>();
        for (var asked : ActivationRequest.all(requests, stands.log())) {
            stands.inForce(asked).ifPresentOrElse(results::add, () -> missing.add(asked));
        }
        results.addAll(write(missing));
        return results;
    }

    /**
     * Writes them also where they are in force: the guard judges them again.
     *
     * @throws dev.ripcord.deploy.outcome.Refusal as {@link #activate}
     */
    public List<ActivationResult> activateAgain(List<ActivationRequest> requests, StandingPatterns stands) {
        return write(ActivationRequest.all(requests, stands.log()));
    }

    /** @param activations each of another id */
    public List<ActivationResult> write(List<Activation> activations) {
        if (activations.isEmpty()) {
            return List.of();
        }
        // Listening begins before the first record is written: the guard may answer within a millisecond.
        try (var status = StatusLog.listen(kafka);
                var writer = new PatternTopicWriter(kafka.settings())) {
            var offsets = new LinkedHashMap<String, Long>();
            activations.forEach(one -> offsets.put(one.id(), writer.write(one).offset()));
            Map<String, PatternStatus> answers = patience.isZero() ? Map.of() : status.await(offsets, patience);
            return activations.stream()
                    .map(one -> new ActivationResult(one, offsets.get(one.id()), answers.get(one.id()), true))
                    .toList();
        }
    }
}
