package dev.ripcord.fact;

import dev.ripcord.event.Event;
import dev.ripcord.event.EventTypes;
import dev.ripcord.event.Identity;
import dev.ripcord.event.Payload;

/**
 * What one event says, as far as facts compare or count it: all that can be worked out without the session's past.
 *
 * <p>Reading JSON and hashing arguments is most of the work on an event, and nothing of it needs the session. So it is
 * done where the event is decoded, and leaves the place that keeps the sessions with only the counting.
 *
 * @param identity by which a repeat is known; {@link CanonicalHash#NONE} where the event has none
 * @param role what the step is to the facts about progress
 * @param state fingerprint of the state that the agent reports; {@link CanonicalHash#NONE} for none
 * @param said by a planner or in a message
 */
record Digest(
        StepEvent words,
        long identity,
        StepRole role,
        CallWords call,
        Outcome outcome,
        long state,
        Wording said,
        Handoff handoff,
        Amounts amounts) {

    static Digest of(Event event, VolatileFields volatileFields) {
        StepEvent words = StepEvent.of(event);
        Payload payload = event.payload();
        StepRole role = StepRole.of(event.type(), words.tool(), null);
        boolean acts = role.counts();
        return new Digest(
                words,
                identity(event),
                role,
                call(words, payload, volatileFields),
                isResult(event.type()) ? OutcomeReader.of(payload) : Outcome.NONE,
                state(payload, acts),
                said(event.type(), payload, acts),
                event.is(EventTypes.AGENT_HANDOFF) ? Handoff.of(words, payload) : Handoff.NONE,
                Amounts.of(payload));
    }

    private static long identity(Event event) {
        var identity = Identity.of(event);
        return identity.isEmpty() ? CanonicalHash.NONE : CanonicalHash.present(identity.getAsLong());
    }

    private static CallWords call(StepEvent words, Payload payload, VolatileFields volatileFields) {
        return switch (words.type()) {
            case EventTypes.TOOL_INVOCATION, EventTypes.TOOL_RESPONSE -> CallWords.of(words, payload, volatileFields);
            case EventTypes.VALIDATION_OUTCOME -> CallWords.ofTool(CanonicalHash.ofText(words.tool()));
            default -> CallWords.NONE;
        };
    }

    private static long state(Payload payload, boolean acts) {
        return acts ? CanonicalHash.ofText(payload.textOr("state_snapshot_hash", null)) : CanonicalHash.NONE;
    }

    private static boolean isResult(String type) {
        return type.equals(EventTypes.TOOL_RESPONSE) || type.equals(EventTypes.VALIDATION_OUTCOME);
    }

    private static Wording said(String type, Payload payload, boolean acts) {
        return switch (type) {
            case EventTypes.PLANNER_DECISION -> acts ? Wording.ofDecision(payload) : Wording.NONE;
            case EventTypes.MESSAGE -> Wording.ofMessage(payload);
            default -> Wording.NONE;
        };
    }

    /**
     * The same event, read as a deployment says of its tool. Only what that can change is worked out anew.
     *
     * @param reading {@link ToolReading#beside} what is usual
     */
    Digest readAs(ToolReading reading, Payload payload) {
        StepRole anew = reading.role() == null ? role : StepRole.of(words.type(), words.tool(), reading.role());
        boolean acts = anew.counts();
        return new Digest(
                words,
                identity,
                anew,
                // A call without arguments is none, whichever of them would not count.
                reading.volatileFields().isEmpty() || call.call() == CanonicalHash.NONE
                        ? call
                        : call(words, payload, new VolatileFields(reading.volatileFields())),
                outcome,
                acts == acts() ? state : state(payload, acts),
                acts == acts() ? said : said(words.type(), payload, acts),
                handoff,
                amounts);
    }

    /** @return the same, of another event */
    Digest of(String eventId) {
        long ofEvent = CanonicalHash.present(Identity.ofEventId(eventId));
        return new Digest(words.of(eventId), ofEvent, role, call, outcome, state, said, handoff, amounts);
    }

    /** @return whether the step counts */
    boolean acts() {
        return role.counts();
    }

    /** @return identity of the event's own id, by which another may refer to it; {@link CanonicalHash#NONE} without */
    long eventId() {
        return words.eventId() == null ? CanonicalHash.NONE : identity;
    }
}
