package dev.ripcord.pattern;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a definition looks and a halt reaches. */
public enum ScopeKind {
    @JsonProperty("session")
    SESSION,
    /** A root session and its descendants. */
    @JsonProperty("lineage")
    LINEAGE,
    @JsonProperty("agent")
    AGENT,
    @JsonProperty("tenant")
    TENANT,
    @JsonProperty("global")
    GLOBAL
}
