package dev.ripcord.console.replay.cause;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * Where to look first. A guess by plain rules over the facts around the decisive step, with what it rests on; it claims
 * no more than its evidence.
 *
 * @param because a sentence for people
 * @param decisiveStep the first signal's step, one that stops before one that does not; else the last step
 * @param evidence of this cause
 * @param also other causes that the facts speak for, too, in the order of the rules
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LikelyCause(Kind kind, String because, long decisiveStep, List<Evidence> evidence, List<Kind> also) {
    /** What went wrong, or who should look. */
    public enum Kind {
        /** Agents handed the same work back and forth. */
        @JsonProperty("handoff")
        HANDOFF,
        /** An error that does not change was tried again and again. */
        @JsonProperty("retry_policy")
        RETRY_POLICY,
        /** A tool failed in the guise of success, or gave the same answer to whoever asked again. */
        @JsonProperty("tool_contract")
        TOOL_CONTRACT,
        /** What the agent did left its state as it was, or led back to an earlier one. */
        @JsonProperty("state")
        STATE,
        /** The model decided or said the same again. */
        @JsonProperty("model")
        MODEL;

        /** @return as in JSON, with blanks */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * @param step at which the fact was highest
     * @param value of the fact there; milliseconds for a duration
     */
    public record Evidence(long step, String fact, Object value) {}

    public LikelyCause {
        evidence = List.copyOf(evidence);
        also = List.copyOf(also);
    }
}
