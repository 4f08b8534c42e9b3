package dev.ripcord.fact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.event.Payload;

/** Reads the outcome from a tool_response or a validation_outcome. */
final class OutcomeReader {
    private OutcomeReader() {}

    static Outcome of(Payload payload) {
        String word = payload.textOr("status", "");
        String status = word.isBlank() ? null : word;
        JsonNode error = payload.value("error").filter(ErrorWords::isError).orElse(null);
        // Where the producer keeps the result back, its hash still tells whether it is the same.
        JsonNode result = payload.value("tool_result")
                .or(() -> payload.value("content_hash"))
                .orElse(null);
        if (status == null && error == null && result == null) {
            return Outcome.NONE;
        }
        boolean open = error != null || status != null && ErrorWords.isErrorStatus(status);
        String hidden = result == null ? null : HiddenError.in(result);
        boolean failed = open || hidden != null;
        return new Outcome(
                CanonicalHash.combine(CanonicalHash.ofText(status), fingerprint(error), fingerprint(result)),
                failed,
                failed && !open,
                failed ? ErrorText.fingerprint(errorText(status, error, result, hidden)) : CanonicalHash.NONE,
                failed || result != null,
                result == null ? Marks.NONE : ResultMarks.of(result),
                result == null || failed ? ProgressShown.NONE : ProgressShown.in(result));
    }

    private static long fingerprint(JsonNode value) {
        return value == null ? CanonicalHash.NONE : CanonicalHash.of(value);
    }

    /** The error itself; else what the result says, which is the error where the status says that it failed. */
    private static String errorText(String status, JsonNode error, JsonNode result, String hidden) {
        if (error != null) {
            return ErrorText.of(error);
        }
        if (hidden != null) {
            return hidden;
        }
        return result == null ? status : ErrorText.of(result);
    }
}
