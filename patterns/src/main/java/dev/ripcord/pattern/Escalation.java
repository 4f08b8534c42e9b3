package dev.ripcord.pattern;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What follows where a halt is not obeyed, besides the signal that says so. */
public enum Escalation {
    @JsonProperty("none")
    NONE,
    /** The lineage of the session is halted too: whatever started it, and whatever it started. */
    @JsonProperty("parent")
    PARENT
}
