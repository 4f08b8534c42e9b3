package dev.ripcord.pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ripcord.fact.StepRole;

/** What a deployment says that a tool's steps are, in the words of its files. */
public enum ToolRole {
    @JsonProperty("acts")
    ACTS(StepRole.ACTS),
    @JsonProperty("waits")
    WAITS(StepRole.PASSES),
    @JsonProperty("polls")
    POLLS(StepRole.POLLS),
    @JsonProperty("exempt")
    EXEMPT(StepRole.COMMUNICATES);

    private final StepRole step;

    ToolRole(StepRole step) {
        this.step = step;
    }

    /** @return what facts make of it */
    public StepRole step() {
        return step;
    }
}
