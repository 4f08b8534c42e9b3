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
    /** When the latest of the row came, on the session clock. */
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
        if (out.bits(Fact.CALL_COUNT) == 1) {
            goOn(in, out);
        } else {
            inARow = 0;
        }
        out.set(Fact.OUTCOME_CHURN, inARow);
    }

    private void goOn(StepInput in, FactValues out) {
        long result = CanonicalHash.combine(in.call().tool(), in.outcome().fingerprint()) & BITS;
        if (inARow > 0 && result == latest) {
            inARow++;
            out.set(Fact.OUTCOME_CHURN_GAP, in.time() - latestAt);
        } else {
            inARow = 1;
            latest = result;
        }
        latestAt = in.time();
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        out.count(inARow);
        if (inARow > 0) {
            out.count(latest);
            out.time(latestAt);
        }
    }

    @Override
    public void read(FoldInput in) throws IOException {
        inARow = in.count();
        if (inARow > 0) {
            latest = in.count();
            latestAt = in.time();
        }
    }
}
