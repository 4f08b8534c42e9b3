package dev.ripcord.console.webhook.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where an incident stands for its receiver. */
public enum Phase {
    @JsonProperty("opened")
    OPENED,
    /** More of the same. */
    @JsonProperty("updated")
    UPDATED,
    @JsonProperty("resolved")
    RESOLVED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
