package dev.ripcord.pattern;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a definition may halt as many as it matches. */
public enum BlastRadius {
    /** Only so many within some minutes; above it halts are held until a person lets them through. */
    @JsonProperty("capped")
    CAPPED,
    /** For hard budgets: what is spent is spent, however many do it at once. */
    @JsonProperty("exempt")
    EXEMPT
}
