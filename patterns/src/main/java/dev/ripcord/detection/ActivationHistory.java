package dev.ripcord.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The latest activations of one id, in the order of the log. What is in force at a time is the latest one that is due
 * by then; one that still waits for its definition leaves the one before in force.
 */
final class ActivationHistory {
    /** A backlog of events is judged by what was in force then; who tunes more often than this meanwhile, loses that. */
    static final int MOST = 16;

    private final List<BookedActivation> activations = new ArrayList<>();
    private final int most;

    /** @param most activations that are remembered */
    ActivationHistory(int most) {
        this.most = most;
    }

    void add(BookedActivation activation) {
        activations.add(activation);
        if (activations.size() > most) {
            activations.remove(0);
        }
    }

    void remove(BookedActivation activation) {
        activations.remove(activation);
    }

    List<BookedActivation> all() {
        return List.copyOf(activations);
    }

    Optional<BookedActivation> at(long kafkaTime) {
        return latest(kafkaTime);
    }

    /** @return what is in force or will be, once its time has come */
    Optional<BookedActivation> newest() {
        return latest(Long.MAX_VALUE);
    }

    private Optional<BookedActivation> latest(long kafkaTime) {
        for (int index = activations.size() - 1; index >= 0; index--) {
            BookedActivation activation = activations.get(index);
            if (!activation.isWaiting() && activation.isDue(kafkaTime)) {
                return Optional.of(activation);
            }
        }
        return Optional.empty();
    }

    List<BookedActivation> waitingFor(String definitionKey) {
        return activations.stream()
                .filter(activation ->
                        activation.isWaiting() && activation.definitionKey().equals(definitionKey))
                .toList();
    }

    /** Forgets the activations of a definition that was taken back. */
    void forget(String definitionKey) {
        activations.removeIf(activation -> !activation.activation().deactivates()
                && activation.definitionKey().equals(definitionKey));
    }
}
