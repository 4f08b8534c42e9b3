package dev.ripcord.console.replay.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How an event belongs to a tool call.
 *
 * @param ref what call and answer have in common, as the producer wrote it; null where it wrote nothing
 * @param answers step of the call that is answered; null on a call, and on an answer whose call was not seen
 * @param by how the call was found; null on a call
 * @param afterMs from the call to the answer by the producer's clock; null where the call was not seen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallLink(Role role, String ref, Long answers, Pairing by, Long afterMs) {
    /** Which end of the call. */
    public enum Role {
        @JsonProperty("call")
        CALL,
        @JsonProperty("answer")
        ANSWER
    }

    /** How an answer was brought together with its call, from the surest way to the least sure. */
    public enum Pairing {
        /** Both have the same request_ref or call id. */
        @JsonProperty("request_ref")
        REQUEST_REF,
        /** The latest open call of the tool with the arguments that the answer repeats. */
        @JsonProperty("arguments")
        ARGUMENTS,
        /** The latest open call of the tool from the same step of the plan. */
        @JsonProperty("caller_step")
        CALLER_STEP,
        /** The latest open call of the tool: by order alone, which may be wrong where calls overlap. */
        @JsonProperty("order")
        ORDER,
        /** No open call fits. */
        @JsonProperty("none")
        NONE
    }

    public static CallLink call(String ref) {
        return new CallLink(Role.CALL, ref, null, null, null);
    }

    public static CallLink answer(String ref, long step, Pairing by, long afterMs) {
        return new CallLink(Role.ANSWER, ref, step, by, afterMs);
    }

    public static CallLink unasked(String ref) {
        return new CallLink(Role.ANSWER, ref, null, Pairing.NONE, null);
    }
}
