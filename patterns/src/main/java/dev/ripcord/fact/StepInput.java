package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;

/** One event as the groups of facts see it: what several of them need is worked out once. */
final class StepInput {
    private final Digest digest;
    private final Moment moment;
    private final boolean acts;
    private final Call call;
    private final long pair;
    private Newness newness = Newness.KNOWN;
    private boolean entersState;
    private CallCounts counts = CallCounts.NONE;
    private CallSigns signs = CallSigns.NONE;

    /** @param acts whether the step counts; see {@link StepRole} */
    StepInput(Digest digest, Moment moment, boolean acts, Call call) {
        this.digest = digest;
        this.moment = moment;
        this.acts = acts;
        this.call = call;
        // That a call succeeded says nothing about what came of it: two clicks that are both "ok" may lead anywhere.
        this.pair = acts && call.hasArguments() && digest.outcome().showsResult() && is(EventTypes.TOOL_RESPONSE)
                ? CanonicalHash.combine(call.fingerprint(), digest.outcome().fingerprint())
                : CanonicalHash.NONE;
    }

    String type() {
        return digest.words().type();
    }

    boolean is(String eventType) {
        return digest.words().type().equals(eventType);
    }

    boolean acts() {
        return acts;
    }

    /** @return whether the tool only waits or looks around */
    boolean passes() {
        return digest.role() == StepRole.PASSES || polls();
    }

    /** @return whether the tool asks how something is getting on */
    boolean polls() {
        return digest.role() == StepRole.POLLS;
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

    /** @return which call the step makes or answers, whatever the tool; {@link CanonicalHash#NONE} where not known */
    long callId() {
        return call.hasArguments() ? call.fingerprint() : digest.call().call();
    }

    /** @return a sample of what the call says that the step makes */
    Marks marks() {
        return digest.call().marks();
    }

    Outcome outcome() {
        return digest.outcome();
    }

    Amounts amounts() {
        return digest.amounts();
    }

    Handoff handoff() {
        return digest.handoff();
    }

    /** @return identity of the event's own id; {@link CanonicalHash#NONE} where it has none */
    long eventId() {
        return digest.eventId();
    }

    /** @return fingerprint of the call with the outcome that this response gives; {@link CanonicalHash#NONE} for none */
    long pair() {
        return pair;
    }

    /** @return fingerprint of the state that the agent reports; {@link CanonicalHash#NONE} for none */
    long state() {
        return acts ? digest.state() : CanonicalHash.NONE;
    }

    Wording decision() {
        return acts && is(EventTypes.PLANNER_DECISION) ? digest.said() : Wording.NONE;
    }

    Wording message() {
        return is(EventTypes.MESSAGE) ? digest.said() : Wording.NONE;
    }

    /** The facts of the call that the step makes or answers. */
    void counts(CallCounts told) {
        counts = told;
    }

    void signs(CallSigns found) {
        signs = found;
    }

    /** The invocation, as it waits for its answer. */
    OpenCall opened() {
        CallWords words = digest.call();
        return new OpenCall(words.ref(), words.callerStep(), call.tool(), call.fingerprint(), !acts, counts, signs);
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
