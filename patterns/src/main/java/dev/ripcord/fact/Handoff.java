package dev.ripcord.fact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.event.Payload;

/**
 * Who hands over to whom, and what, in fingerprints; {@link CanonicalHash#NONE} where the event does not say.
 *
 * @param task letter case and white space aside
 */
record Handoff(long from, long to, long task) {
    static final Handoff NONE = new Handoff(CanonicalHash.NONE, CanonicalHash.NONE, CanonicalHash.NONE);

    static Handoff of(StepEvent words, Payload payload) {
        return new Handoff(
                CanonicalHash.ofText(words.fromAgent()), CanonicalHash.ofText(words.toAgent()), task(payload));
    }

    boolean isKnown() {
        return from != CanonicalHash.NONE && to != CanonicalHash.NONE;
    }

    private static long task(Payload payload) {
        JsonNode task = payload.value("task").orElse(null);
        if (task == null) {
            return CanonicalHash.NONE;
        }
        return task.isTextual() ? Wording.ofTask(task.textValue()) : CanonicalHash.of(task);
    }
}
