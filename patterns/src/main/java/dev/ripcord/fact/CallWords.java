package dev.ripcord.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.event.Payload;

/**
 * What an event says itself of the call that it makes or answers, in fingerprints; {@link CanonicalHash#NONE} where it
 * does not say.
 *
 * @param ref of the request_ref
 * @param tool of the tool's name
 * @param call of the tool with its canonical arguments
 */
record CallWords(long ref, long callerStep, long tool, long call) {
    static final CallWords NONE =
            new CallWords(CanonicalHash.NONE, CanonicalHash.NONE, CanonicalHash.NONE, CanonicalHash.NONE);

    static CallWords of(StepEvent words, Payload payload, VolatileFields volatileFields) {
        long tool = CanonicalHash.ofText(words.tool());
        return new CallWords(
                CanonicalHash.ofText(words.requestRef()),
                CanonicalHash.ofText(words.callerStep()),
                tool,
                fingerprint(payload, words.tool(), tool, volatileFields));
    }

    private static long fingerprint(Payload payload, String toolName, long tool, VolatileFields volatileFields) {
        JsonNode arguments = payload.value("tool_args").orElse(null);
        if (arguments == null || tool == CanonicalHash.NONE) {
            return CanonicalHash.NONE;
        }
        // Model interfaces hand arguments over as JSON in a string: the same call as with the object itself.
        ObjectNode inText = arguments.isTextual() ? JsonText.object(arguments.textValue()) : null;
        return CanonicalHash.combine(
                tool, CanonicalHash.of(inText == null ? arguments : inText, volatileFields.of(toolName)));
    }
}
