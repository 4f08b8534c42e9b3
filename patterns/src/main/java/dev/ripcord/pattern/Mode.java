package dev.ripcord.pattern;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an activation acts. Belongs to the activation: the same definition can be tried before it is trusted. */
public enum Mode {
    /** Signals are written and nobody is stopped. */
    @JsonProperty("shadow")
    SHADOW,
    @JsonProperty("enforce")
    ENFORCE
}
