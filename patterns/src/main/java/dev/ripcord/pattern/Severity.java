package dev.ripcord.pattern;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How urgently a person should look, in rising order. */
public enum Severity {
    @JsonProperty("info")
    INFO,
    @JsonProperty("warning")
    WARNING,
    @JsonProperty("critical")
    CRITICAL
}
