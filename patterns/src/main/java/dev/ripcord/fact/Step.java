package dev.ripcord.fact;

import dev.ripcord.event.Payload;
import dev.ripcord.topic.Position;
import java.util.Objects;

/**
 * An event together with the facts known after it; what patterns see.
 *
 * @param time session clock, milliseconds since the epoch: {@code within} and {@code rearm} are measured on it
 * @param payload as written while the step is judged; {@link Payload#EMPTY} once the step was kept in state, because a
 *     matched step may be held for hours
 */
public record Step(Position position, long time, long kafkaTime, StepEvent event, FactValues facts, Payload payload) {
    public Step {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(payload, "payload");
    }

    /** Steps are equal where they stand for the same record of the log. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Step step && step.position.equals(position);
    }

    @Override
    public int hashCode() {
        return position.hashCode();
    }

    @Override
    public String toString() {
        return position + " " + event.type() + (event.tool() == null ? "" : " " + event.tool());
    }
}
