package dev.ripcord.fact;

import java.io.IOException;

/** What the planner decides, and how often it decides the same, or nearly the same. */
final class DecisionFacts implements GroupFold {
    private final RecentCounts counts = new RecentCounts();
    private long latest;
    private long inARow;
    private long latestSketch;
    private long similarInARow;

    @Override
    public void after(StepInput in, FactValues out) {
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
        if (out.nothing(latest == CanonicalHash.NONE)) {
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
        if (in.nothing()) {
            return;
        }
        counts.read(in);
        latest = in.fingerprint();
        inARow = in.count();
        latestSketch = in.fingerprint();
        similarInARow = in.count();
    }
}
