package dev.ripcord.fact;

import dev.ripcord.event.Payload;
import java.io.IOException;
import java.util.OptionalLong;

/** What is left of the budget that the agent reports, and for how long. */
final class BudgetFacts implements GroupFold {
    private static final double MILLIS_PER_MINUTE = 60_000;

    private boolean known;
    private long remaining;

    /** Comes after {@link CostFacts}, whose latest minute it divides by. */
    @Override
    public void after(StepInput in, FactValues out) {
        OptionalLong reported = remaining(in.payload());
        if (reported.isPresent()) {
            known = true;
            remaining = reported.getAsLong();
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

    /** An overdrawn budget is no unreadable one: nothing is left of it. */
    private static OptionalLong remaining(Payload payload) {
        String text = payload.text("budget_remaining").orElse(null);
        if (text == null) {
            return OptionalLong.empty();
        }
        boolean overdrawn = text.strip().startsWith("-") && !payload.hasUnreadable("budget_remaining");
        return overdrawn ? OptionalLong.of(0) : payload.nanoDollars("budget_remaining");
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
