package dev.ripcord.pattern;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a matched definition asks for, in rising order. */
public enum Action {
    /** Recorded only. */
    @JsonProperty("observe")
    OBSERVE,
    /** People are told. */
    @JsonProperty("warn")
    WARN,
    /** The scope stops for a while, then goes on by itself. */
    @JsonProperty("pause")
    PAUSE,
    /** The scope stops until somebody releases it. */
    @JsonProperty("halt")
    HALT;

    public boolean stops() {
        return this == PAUSE || this == HALT;
    }
}
