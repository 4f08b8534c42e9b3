package dev.ripcord.fact;

import dev.ripcord.event.Event;
import dev.ripcord.event.Payload;
import java.nio.charset.StandardCharsets;

/**
 * The part of an event that a condition can name and that a matched step keeps: short words, never prompts, arguments
 * or results. All but type and agent are null where the event does not carry them.
 */
public record StepEvent(
        String type,
        String agent,
        String tool,
        String status,
        String model,
        String fromAgent,
        String toAgent,
        String eventId,
        String requestRef,
        String callerStep) {

    /** Longer words are cut: they are kept in state and written into signals. */
    static final int MAX_LENGTH = 256;

    public static StepEvent of(Event event) {
        Payload payload = event.payload();
        return new StepEvent(
                event.type(),
                event.agent(),
                word(payload, "tool_name"),
                word(payload, "status"),
                word(payload, "model"),
                word(payload, "from_agent"),
                word(payload, "to_agent"),
                event.origin().eventId().orElse(null),
                word(payload, "request_ref"),
                word(payload, "caller_step"));
    }

    StepEvent of(String otherId) {
        return new StepEvent(type, agent, tool, status, model, fromAgent, toAgent, otherId, requestRef, callerStep);
    }

    private static String word(Payload payload, String key) {
        String text = payload.textOr(key, null);
        return text == null ? null : word(text);
    }

    /** JSON can spell half a surrogate pair, UTF-8 cannot, and a cut may make one: a word must be the same everywhere. */
    private static String word(String text) {
        String word = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
        for (int index = 0; index < word.length(); index++) {
            if (Character.isSurrogate(word.charAt(index))) {
                return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return word;
    }
}
