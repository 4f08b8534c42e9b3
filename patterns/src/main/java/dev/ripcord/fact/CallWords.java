package dev.ripcord.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.event.Payload;
import java.util.Set;

/**
 * What an event says itself of the call that it makes or answers, in fingerprints; {@link CanonicalHash#NONE} where it
 * does not say.
 *
 * @param ref of the request_ref
 * @param tool of the tool's name
 * @param call of the tool with its canonical arguments
 * @param marks a sample of what the call says; see {@link CallMarks}
 */
record CallWords(long ref, long callerStep, long tool, long call, Marks marks) {
    static final CallWords NONE = ofTool(CanonicalHash.NONE);

    static CallWords ofTool(long tool) {
        return new CallWords(CanonicalHash.NONE, CanonicalHash.NONE, tool, CanonicalHash.NONE, Marks.NONE);
    }

    static CallWords of(StepEvent words, Payload payload, VolatileFields volatileFields) {
        long tool = CanonicalHash.ofText(words.tool());
        long ref = CanonicalHash.ofText(words.requestRef());
        long callerStep = CanonicalHash.ofText(words.callerStep());
        JsonNode arguments =
                payload.value("tool_args").map(CallWords::unwrapped).orElse(null);
        if (arguments == null || tool == CanonicalHash.NONE) {
            return new CallWords(ref, callerStep, tool, CanonicalHash.NONE, Marks.NONE);
        }
        Set<String> without = volatileFields.names();
        long call = CanonicalHash.combine(tool, CanonicalHash.of(arguments, without));
        return new CallWords(ref, callerStep, tool, call, CallMarks.of(words.tool(), arguments, without));
    }

    /** Model interfaces hand arguments over as JSON in a string: the same call as with the object itself. */
    private static JsonNode unwrapped(JsonNode arguments) {
        ObjectNode inText = arguments.isTextual() ? JsonText.object(arguments.textValue()) : null;
        return inText == null ? arguments : inText;
    }
}
