package dev.ripcord.halt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * Who or what stopped or released something.
 *
 * @param name the definition's id@hash, the person's name, or the part of the system
 */
public record Actor(Kind kind, String name) {
    public Actor {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /** Machine stops are never recorded as a person's. */
    public enum Kind {
        @JsonProperty("pattern")
        PATTERN,
        @JsonProperty("person")
        PERSON,
        @JsonProperty("system")
        SYSTEM
    }
}
