package dev.ripcord.fact;

import java.io.IOException;

/** Results that fail: in a row whatever the tool, in a row of one tool, and in a row with the same error. */
final class ErrorFacts implements GroupFold {
    private final RecentCounts toolsInARow = new RecentCounts();
    private long count;
    private long inARow;
    private long latestError;
    private long sameInARow;

    @Override
    public void after(StepInput in, FactValues out) {
        Outcome outcome = in.outcome();
        if (!outcome.isKnown()) {
            return;
        }
        out.set(Fact.ERROR_IS, outcome.failed());
        out.set(Fact.ERROR_HIDDEN, outcome.hidden());
        if (in.acts()) {
            fold(outcome, in.call().tool());
            tell(out, in.call().tool());
        }
    }

    private void fold(Outcome outcome, long tool) {
        if (outcome.failed()) {
            count++;
            inARow++;
            sameInARow = outcome.error() == latestError ? sameInARow + 1 : 1;
            latestError = outcome.error();
            if (tool != CanonicalHash.NONE) {
                toolsInARow.add(tool);
            }
        } else {
            inARow = 0;
            sameInARow = 0;
            latestError = CanonicalHash.NONE;
            toolsInARow.reset(tool);
        }
    }

    private void tell(FactValues out, long tool) {
        out.set(Fact.ERROR_IN_A_ROW, inARow);
        out.set(Fact.ERROR_SAME_IN_A_ROW, sameInARow);
        out.set(Fact.ERROR_COUNT, count);
        if (tool != CanonicalHash.NONE) {
            out.set(Fact.ERROR_TOOL_IN_A_ROW, toolsInARow.count(tool));
        }
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(count == 0)) {
            return;
        }
        toolsInARow.write(out);
        out.count(count);
        out.count(inARow);
        out.fingerprint(latestError);
        out.count(sameInARow);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        toolsInARow.read(in);
        count = in.count();
        inARow = in.count();
        latestError = in.fingerprint();
        sameInARow = in.count();
    }
}
