package dev.ripcord.halt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

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
    GLOBAL;

    /** The kind as it is written in JSON, YAML and keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
