package dev.ripcord.fact;

import java.io.IOException;

/** What is left of the budget that the agent reports, and for how long. */
final class BudgetFacts implements GroupFold {
    private static final double MILLIS_PER_MINUTE = 60_000;

    private boolean known;
    private long remaining;

    /** Comes after {@link CostFacts}, whose latest minute it divides by. */
    @Override
    public void after(StepInput in, FactValues out) {
        if (in.amounts().budget() != Amounts.ABSENT) {
            known = true;
            remaining = in.amounts().budget();
        }
        if (!known) {
            return;
        }
        out.set(Fact.BUDGET_REMAINING, remaining);
        long rate = out.has(Fact.COST_MINUTE) ? out.bits(Fact.COST_MINUTE) : 0;
        if (rate > 0) {
            out.set(Fact.BUDGET_TIME_LEFT, (long) ((double) remaining / rate * MILLIS_PER_MINUTE));
        }
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (!out.nothing(!known)) {
            out.count(remaining);
        }
    }

    @Override
    public void read(FoldInput in) throws IOException {
        known = !in.nothing();
        remaining = known ? in.count() : 0;
    }
}
