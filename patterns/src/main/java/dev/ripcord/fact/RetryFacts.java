package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;

/** Retries, as steps count them themselves and as events tell them. */
final class RetryFacts implements GroupFold {
    private boolean known;
    private long attempts;

    @Override
    public void after(StepInput in, FactValues out) {
        long reported = in.amounts().retries();
        boolean attempt = in.is(EventTypes.RETRY_ATTEMPT);
        known |= reported != Amounts.ABSENT || attempt;
        if (attempt) {
            attempts++;
        } else if (in.acts() && in.outcome().isKnown() && !in.outcome().failed()) {
            attempts = 0;
        }
        if (known) {
            out.set(Fact.RETRY_COUNT, Math.max(reported, attempts));
        }
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (!out.nothing(!known)) {
            out.count(attempts);
        }
    }

    @Override
    public void read(FoldInput in) throws IOException {
        known = !in.nothing();
        attempts = known ? in.count() : 0;
    }
}
