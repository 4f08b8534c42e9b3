package dev.ripcord.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventTypes;

/** Works out which call a step makes or answers, and with which outcome. */
final class StepReader {
    private final VolatileFields volatileFields;
    private final OpenCalls open;

    StepReader(VolatileFields volatileFields, OpenCalls open) {
        this.volatileFields = volatileFields;
        this.open = open;
    }

    StepInput read(Event event, StepEvent words, Moment moment) {
        boolean acts = StepRole.of(event) == StepRole.ACTS;
        return switch (event.type()) {
            case EventTypes.TOOL_INVOCATION -> invocation(event, words, moment, acts);
            case EventTypes.TOOL_RESPONSE -> response(event, words, moment, acts);
            case EventTypes.VALIDATION_OUTCOME -> validation(event, words, moment);
            default -> new StepInput(event, words, moment, acts, Call.NONE, Outcome.NONE);
        };
    }

    private StepInput invocation(Event event, StepEvent words, Moment moment, boolean acts) {
        long tool = CanonicalHash.ofText(words.tool());
        Call call = acts ? Call.made(tool, fingerprint(event, words.tool(), tool)) : Call.unknown(tool);
        return new StepInput(event, words, moment, acts, call, Outcome.NONE);
    }

    private StepInput response(Event event, StepEvent words, Moment moment, boolean acts) {
        long tool = CanonicalHash.ofText(words.tool());
        long own = fingerprint(event, words.tool(), tool);
        OpenCall answered = open.answeredBy(new OpenCall.Answer(
                CanonicalHash.ofText(words.requestRef()), CanonicalHash.ofText(words.callerStep()), tool, own));
        Outcome outcome = OutcomeReader.of(event.payload());
        if (answered != null) {
            boolean counts = acts && !answered.communicates();
            return new StepInput(event, words, moment, counts, Call.answered(answered), outcome);
        }
        Call call = acts && own != CanonicalHash.NONE ? Call.made(tool, own) : Call.unknown(tool);
        return new StepInput(event, words, moment, acts, call, outcome);
    }

    private static StepInput validation(Event event, StepEvent words, Moment moment) {
        Call call = Call.unknown(CanonicalHash.ofText(words.tool()));
        return new StepInput(event, words, moment, true, call, OutcomeReader.of(event.payload()));
    }

    private long fingerprint(Event event, String toolName, long tool) {
        JsonNode arguments = event.payload().value("tool_args").orElse(null);
        if (arguments == null || tool == CanonicalHash.NONE) {
            return CanonicalHash.NONE;
        }
        // Model interfaces hand arguments over as JSON in a string: the same call as with the object itself.
        ObjectNode inText = arguments.isTextual() ? JsonText.object(arguments.textValue()) : null;
        return CanonicalHash.combine(
                tool, CanonicalHash.of(inText == null ? arguments : inText, volatileFields.of(toolName)));
    }
}
