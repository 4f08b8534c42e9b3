package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;

/**
 * How often in a row a tool gives the same result to calls that were never made before: arguments in ever new words,
 * and nothing comes of them. One row a session, whatever its length.
 */
final class ChurnFacts implements GroupFold {
    /** Four bytes of state: two results in a row that differ look the same once in 268 million. */
    private static final long BITS = (1L << 28) - 1;

    /** Of the tool and its result. */
    private long latest;

    private long inARow;
    /** Age of the session at the latest of the row: a small number, where the time would be a large one. */
    private long latestAt;

    @Override
    public void after(StepInput in, FactValues out) {
        if (!in.acts() || !in.is(EventTypes.TOOL_RESPONSE)) {
            return;
        }
        if (!in.outcome().showsResult() || !out.has(Fact.CALL_COUNT)) {
            inARow = 0;
            return;
        }
        goOn(in, out.bits(Fact.CALL_COUNT) == 1);
        out.set(Fact.OUTCOME_CHURN, inARow);
        long age = out.bits(Fact.SESSION_AGE);
        if (inARow > 1) {
            out.set(Fact.OUTCOME_CHURN_GAP, age - latestAt);
        }
        latestAt = age;
    }

    private void goOn(StepInput in, boolean isNewCall) {
        long result = CanonicalHash.combine(in.call().tool(), in.outcome().fingerprint()) & BITS;
        boolean sameAgain = inARow > 0 && result == latest;
        inARow = !isNewCall ? 0 : sameAgain ? inARow + 1 : 1;
        latest = result;
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        out.count(inARow);
        if (inARow > 0) {
            out.count(latest);
            out.count(latestAt);
        }
    }

    @Override
    public void read(FoldInput in) throws IOException {
        inARow = in.count();
        if (inARow > 0) {
            latest = in.count();
            latestAt = in.count();
        }
    }
}
