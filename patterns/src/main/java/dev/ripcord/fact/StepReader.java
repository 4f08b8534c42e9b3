package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;

/** Works out which call a step makes or answers: that takes the calls which are still open. */
final class StepReader {
    private StepReader() {}

    static StepInput read(Digest digest, Moment moment, OpenCalls open) {
        return switch (digest.words().type()) {
            case EventTypes.TOOL_INVOCATION -> invocation(digest, moment);
            case EventTypes.TOOL_RESPONSE -> response(digest, moment, open);
            case EventTypes.VALIDATION_OUTCOME ->
                new StepInput(digest, moment, true, Call.unknown(digest.call().tool()));
            default -> new StepInput(digest, moment, digest.acts(), Call.NONE);
        };
    }

    private static StepInput invocation(Digest digest, Moment moment) {
        CallWords words = digest.call();
        Call call = digest.acts() ? Call.made(words.tool(), words.call()) : Call.unknown(words.tool());
        return new StepInput(digest, moment, digest.acts(), call);
    }

    private static StepInput response(Digest digest, Moment moment, OpenCalls open) {
        CallWords words = digest.call();
        OpenCall answered = open.answeredBy(words);
        if (answered != null) {
            boolean counts = digest.acts() && !answered.communicates();
            return new StepInput(digest, moment, counts, Call.answered(answered));
        }
        boolean standsForItsOwn = digest.acts() && words.call() != CanonicalHash.NONE;
        Call call = standsForItsOwn ? Call.made(words.tool(), words.call()) : Call.unknown(words.tool());
        return new StepInput(digest, moment, digest.acts(), call);
    }
}
