package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;

/**
 * What speaks for the session going nowhere, weighed and added up.
 *
 * <p>A call is judged when it is made, by what is known then. The response that answers the latest call judges it
 * again, by its outcome too, in place of the first judgement and not on top of it: until an outcome shows something new,
 * a call that was made before counts as a repeat. Where no outcome ever comes, the first judgement stands, unless the
 * agent then reports a state that it was never in.
 */
final class StallFacts implements GroupFold {
    private final Latest calls;
    private final StallSums sums;
    private final SimilarCalls similar = new SimilarCalls();
    private final SeenLines lines = new SeenLines();
    private final StateWatch states = new StateWatch();
    private boolean saidAgain;
    private boolean failed;
    /** Of the latest call; null where it had no arguments: what such a call does is unknown. */
    private CallSigns latest;
    /** Whether its outcome may come yet, and whether it was shown. */
    private boolean awaited;

    private boolean shown;

    /** @param calls fingerprints of the latest calls, the one that is told of included */
    StallFacts(Latest calls) {
        this.calls = calls;
        sums = new StallSums(calls);
    }

    @Override
    public void after(StepInput in, FactValues out) {
        if (in.entersState()) {
            entered(in, out);
        }
        states.after(in);
        if (in.call().isMade()) {
            made(in, out);
        } else if (in.call().answered() != null && in.acts()) {
            answered(in, out);
        } else {
            heard(in, out);
        }
        if (latest != null) {
            sums.tell(out, in.call().hasArguments(), states.isReported());
        }
    }

    private void entered(StepInput in, FactValues out) {
        sums.stateChanged();
        if (latest != null && !shown && states.isLedToBy(in, out)) {
            sums.correct(new Evidence(latest, ResultSigns.NEW_STATE));
            sums.bringsNews(calls.back(1));
        }
    }

    private void heard(StepInput in, FactValues out) {
        if (in.is(EventTypes.PLANNER_DECISION)) {
            saidAgain = isMore(out, Fact.DECISION_COUNT) || isMore(out, Fact.DECISION_SIMILAR_IN_A_ROW);
        } else if (in.is(EventTypes.USER_REQUEST) || in.is(EventTypes.HUMAN_APPROVAL)) {
            sums.clear();
        } else if (in.is(EventTypes.TOOL_INVOCATION)) {
            saidAgain = false; // it was decided to communicate
        }
    }

    private void made(StepInput in, FactValues out) {
        latest = in.call().hasArguments() ? signs(in, out) : null;
        shown = false;
        awaited = latest != null && in.is(EventTypes.TOOL_INVOCATION);
        if (latest == null) {
            sums.unknown();
        } else {
            Evidence evidence = new Evidence(latest, result(in, out));
            sums.made(evidence);
            result(evidence, in.call().fingerprint());
            in.signs(latest);
        }
        saidAgain = false;
        states.callMade();
    }

    private CallSigns signs(StepInput in, FactValues out) {
        boolean repeated = isMore(out, Fact.CALL_RECENT);
        int likeness = repeated ? 0 : similar.likeness(in.marks());
        similar.add(in.marks());
        return new CallSigns(in.passes(), repeated, likeness, saidAgain, states.isUnchanged());
    }

    private void answered(StepInput in, FactValues out) {
        long call = in.call().fingerprint();
        Evidence evidence = new Evidence(in.call().answered().signs(), result(in, out));
        boolean isLatest = awaited && calls.size() > 0 && calls.back(1) == call;
        awaited &= !isLatest;
        if (isLatest && evidence.result().shown()) {
            shown = true;
            sums.correct(evidence);
        }
        result(evidence, call);
    }

    /** An outcome may be shown, of whichever call. */
    private void result(Evidence evidence, long call) {
        if (!evidence.result().shown()) {
            return;
        }
        failed = evidence.result().failed();
        sums.result(evidence);
        if (evidence.isNews()) {
            sums.bringsNews(call);
        }
    }

    private ResultSigns result(StepInput in, FactValues out) {
        if (!in.is(EventTypes.TOOL_RESPONSE)) {
            return ResultSigns.UNKNOWN;
        }
        boolean old = lines.haveAll(in.outcome().lines());
        return in.pair() == CanonicalHash.NONE
                ? ResultSigns.UNKNOWN
                : new ResultSigns(true, in.outcome().failed(), isMore(out, Fact.OUTCOME_COUNT), old, failed);
    }

    private static boolean isMore(FactValues out, Fact count) {
        return out.has(count) && out.bits(count) > 1;
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(calls.size() == 0 && !states.isReported() && !saidAgain)) {
            return;
        }
        sums.write(out);
        similar.write(out);
        lines.write(out);
        states.write(out);
        out.flags(saidAgain, failed, awaited, shown, latest != null);
        if (latest != null) {
            out.count(latest.bits());
        }
    }

    @Override
    public void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        sums.read(in);
        similar.read(in);
        lines.read(in);
        states.read(in);
        boolean[] flags = in.flags(5);
        saidAgain = flags[0];
        failed = flags[1];
        awaited = flags[2];
        shown = flags[3];
        latest = flags[4] ? CallSigns.ofBits(in.count()) : null;
    }
}
