package dev.ripcord.console.replay.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ripcord.halt.Scope;
import dev.ripcord.topic.Position;
import java.util.Objects;

/**
 * Something said about the session from outside of it: a halt, a release, a mute, an agent's answer to a halt.
 *
 * @param kafkaTime when it was written, milliseconds since the epoch
 * @param haltId null where it is about none
 * @param scope that it is about; null where a pattern is muted
 * @param by a pattern, a person, or the client that answers
 * @param position of the event that a guard's halt was completed by; null elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Control(
        Kind kind, long kafkaTime, String haltId, Scope scope, String by, String reason, Position position) {
    /** What was said. */
    public enum Kind {
        @JsonProperty("halt")
        HALT,
        @JsonProperty("pause")
        PAUSE,
        @JsonProperty("release")
        RELEASE,
        @JsonProperty("mute")
        MUTE,
        /** The agent has heard of the halt. */
        @JsonProperty("received")
        RECEIVED,
        /** The agent says that it has stopped. */
        @JsonProperty("stopped")
        STOPPED,
        /** The agent will not stop. */
        @JsonProperty("refused")
        REFUSED
    }

    public Control {
        Objects.requireNonNull(kind, "kind");
    }
}
