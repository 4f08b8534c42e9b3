package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;

/** What the planner decides, and how often it decides the same, or nearly the same. */
final class DecisionFacts implements GroupFold {
    /** The first version of the state that counts decisions since the latest call. */
    private static final int WITH_SINCE_CALL = 3;

    private final RecentCounts counts = new RecentCounts();
    private long latest;
    private long inARow;
    private long latestSketch;
    private long similarInARow;
    private long sinceCall;

    @Override
    public void after(StepInput in, FactValues out) {
        if (in.is(EventTypes.PLANNER_DECISION)) {
            sinceCall++;
            out.set(Fact.DECISION_SINCE_CALL, sinceCall);
        } else if (in.call().isMade()
                || in.is(EventTypes.TOOL_INVOCATION)
                || in.is(EventTypes.USER_REQUEST)
                || in.is(EventTypes.HUMAN_APPROVAL)) {
            sinceCall = 0;
        }
        count(in, out);
    }

    private void count(StepInput in, FactValues out) {
        long decision = in.decision().fingerprint();
        if (decision == CanonicalHash.NONE) {
            return;
        }
        inARow = decision == latest ? inARow + 1 : 1;
        latest = decision;
        long count = counts.add(decision);
        in.found(count == 1 ? Newness.NEW : Newness.KNOWN);
        out.set(Fact.DECISION_COUNT, count);
        out.set(Fact.DECISION_IN_A_ROW, inARow);
        compare(in.decision().sketch(), out);
    }

    /** A decision of which only the hash is given may be like any other. */
    private void compare(long sketch, FactValues out) {
        boolean similar = latestSketch != CanonicalHash.NONE && Sketch.areNear(sketch, latestSketch);
        similarInARow = similar ? similarInARow + 1 : 1;
        latestSketch = sketch;
        if (sketch != CanonicalHash.NONE) {
            out.set(Fact.DECISION_SIMILAR_IN_A_ROW, similarInARow);
        }
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        out.count(sinceCall << 1 | (latest == CanonicalHash.NONE ? 0 : 1));
        if (latest == CanonicalHash.NONE) {
            return;
        }
        counts.write(out);
        out.fingerprint(latest);
        out.count(inARow);
        out.fingerprint(latestSketch);
        out.count(similarInARow);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        long sinceCallAndMore = in.version() < WITH_SINCE_CALL ? (in.nothing() ? 0 : 1) : in.count();
        sinceCall = sinceCallAndMore >>> 1;
        if ((sinceCallAndMore & 1) == 0) {
            return;
        }
        counts.read(in);
        latest = in.fingerprint();
        inARow = in.count();
        latestSketch = in.fingerprint();
        similarInARow = in.count();
    }
}
