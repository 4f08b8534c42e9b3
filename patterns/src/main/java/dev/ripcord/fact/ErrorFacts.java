package dev.ripcord.fact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Results that fail: in a row whatever the tool, in a row of one tool, and in a row with the same error. */
final class ErrorFacts implements GroupFold {
    /** The first version of the state that keeps which of the latest results failed. */
    private static final int WITH_LATEST = 2;

    private final RecentCounts toolsInARow = new RecentCounts();
    private long count;
    private long inARow;
    private long latestError;
    private long sameInARow;
    /** One bit a result, the latest in the lowest one. */
    private long latestFailed;

    /** @return whether each of the latest 64 results failed, the latest first */
    List<Boolean> latestFailed() {
        List<Boolean> list = new ArrayList<>(Long.SIZE);
        for (int back = 0; back < Long.SIZE; back++) {
            list.add((latestFailed >>> back & 1) != 0);
        }
        return list;
    }

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
        latestFailed = latestFailed << 1 | (outcome.failed() ? 1 : 0);
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
        out.count(latestFailed);
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
        latestFailed = in.version() < WITH_LATEST ? 0 : in.count();
    }
}
