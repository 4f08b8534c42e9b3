package dev.ripcord.fact;

import dev.ripcord.event.Event;
import dev.ripcord.event.EventTypes;
import dev.ripcord.event.Payload;

/** One event as the groups of facts see it: what several of them need is worked out once. */
final class StepInput {
    private final Event event;
    private final StepEvent words;
    private final Moment moment;
    private final boolean acts;
    private final Call call;
    private final Outcome outcome;
    private final long pair;
    private final long state;
    private final Wording decision;
    private Newness newness = Newness.KNOWN;
    private boolean entersState;

    /** @param acts whether the step counts; see {@link StepRole} */
    StepInput(Event event, StepEvent words, Moment moment, boolean acts, Call call, Outcome outcome) {
        this.event = event;
        this.words = words;
        this.moment = moment;
        this.acts = acts;
        this.call = call;
        this.outcome = outcome;
        // That a call succeeded says nothing about what came of it: two clicks that are both "ok" may lead anywhere.
        this.pair = acts && is(EventTypes.TOOL_RESPONSE) && call.hasArguments() && outcome.showsResult()
                ? CanonicalHash.combine(call.fingerprint(), outcome.fingerprint())
                : CanonicalHash.NONE;
        this.state = acts
                ? CanonicalHash.ofText(payload().text("state_snapshot_hash").orElse(null))
                : CanonicalHash.NONE;
        this.decision = acts && is(EventTypes.PLANNER_DECISION) ? Wording.ofDecision(payload()) : Wording.NONE;
    }

    Event event() {
        return event;
    }

    Payload payload() {
        return event.payload();
    }

    StepEvent words() {
        return words;
    }

    boolean is(String eventType) {
        return event.is(eventType);
    }

    boolean acts() {
        return acts;
    }

    long time() {
        return moment.time();
    }

    Moment moment() {
        return moment;
    }

    Call call() {
        return call;
    }

    Outcome outcome() {
        return outcome;
    }

    /** @return fingerprint of the call with the outcome that this response gives; {@link CanonicalHash#NONE} for none */
    long pair() {
        return pair;
    }

    /** @return fingerprint of the state that the agent reports; {@link CanonicalHash#NONE} for none */
    long state() {
        return state;
    }

    Wording decision() {
        return decision;
    }

    /** The invocation, as it waits for its answer. */
    OpenCall opened(CallCounts counts) {
        return new OpenCall(
                CanonicalHash.ofText(words.requestRef()),
                CanonicalHash.ofText(words.callerStep()),
                call.tool(),
                call.fingerprint(),
                !acts,
                counts);
    }

    /** A group tells what the step brings; what says most holds. */
    void found(Newness found) {
        if (found.compareTo(newness) > 0) {
            newness = found;
        }
    }

    Newness newness() {
        return newness;
    }

    void entersState(boolean enters) {
        entersState = enters;
    }

    /** @return whether the session was in another state before */
    boolean entersState() {
        return entersState;
    }
}
