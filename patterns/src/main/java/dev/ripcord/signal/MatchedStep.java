package dev.ripcord.signal;

import dev.ripcord.fact.Step;
import dev.ripcord.topic.Position;
import java.util.Objects;

/**
 * A step that a signal rests on: where to find it, and words that are no content.
 *
 * @param element of the definition that it matched
 * @param time session clock, milliseconds since the epoch
 * @param eventId null where the event has none
 * @param tool null where the step has none
 */
public record MatchedStep(
        String element, Position position, long time, String eventType, String eventId, String agentId, String tool) {
    public MatchedStep {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(eventType, "eventType");
        Objects.requireNonNull(agentId, "agentId");
    }

    public static MatchedStep of(String element, Step step) {
        return new MatchedStep(
                element,
                step.position(),
                step.time(),
                step.event().type(),
                step.event().eventId(),
                step.event().agent(),
                step.event().tool());
    }
}
