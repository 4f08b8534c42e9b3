package dev.ripcord.fact;

import java.io.IOException;
import java.util.OptionalLong;

/**
 * What steps, the session and its latest minute cost, in nano-dollars.
 *
 * <p>{@code cost_usd} is what a step itself cost. {@code session_cost_usd} is what the session cost so far: a floor
 * for the sum, and where it stands alone the step cost as much as the sum rose. The first such report has no known sum
 * to rise from: what was spent before it, and when, is unknown, so it sets the sum and tells no step cost. Sums that
 * producers report go on where facts begin anew; what was spent before then is taken off.
 *
 * <p>A step with {@code corrects} tells anew what an earlier one cost: the difference moves the sums, at the earlier
 * step's time, and the correcting step costs nothing itself. Where the earlier step is not known any more, it counts
 * as any other. The baseline keeps costs as first told.
 */
final class CostFacts implements GroupFold {
    /** A median of fewer steps says little about what is usual. */
    private static final int MIN_BASELINE = 8;

    private static final long NO_COST = -1;

    private final OptionalLong spentBefore;
    private final Tally tally;
    private final RecentMedian usual = new RecentMedian();
    private final CorrectableCosts correctable = new CorrectableCosts();

    /** @param spentBefore what the session had cost before its facts began anew; empty where that is not known */
    CostFacts(OptionalLong spentBefore, MinuteWindow minute) {
        this.spentBefore = spentBefore;
        this.tally = new Tally(minute, Tally.COST);
    }

    /** @return what the session cost since its facts began; empty before a cost was reported */
    OptionalLong session() {
        return tally.isKnown() ? OptionalLong.of(tally.session()) : OptionalLong.empty();
    }

    @Override
    public void after(StepInput in, FactValues out) {
        long cost = stepCost(in);
        if (tally.isKnown()) {
            out.set(Fact.COST_SESSION, tally.session());
            out.set(Fact.COST_MINUTE, tally.minute(in.time()));
        }
        boolean hasBaseline = usual.size() >= MIN_BASELINE;
        if (hasBaseline) {
            out.set(Fact.COST_BASELINE, usual.median());
        }
        if (cost == NO_COST) {
            return;
        }
        out.set(Fact.COST_STEP, cost);
        if (hasBaseline) {
            out.set(Fact.COST_RATIO, (double) cost / usual.median());
        }
        if (cost > 0) {
            usual.add(cost);
        }
    }

    private long stepCost(StepInput in) {
        long own = in.amounts().cost();
        long session = in.amounts().sessionCost();
        long cost = own == Amounts.ABSENT ? NO_COST : ownCost(in, own);
        if (session == Amounts.ABSENT) {
            return cost;
        }
        long floor = Math.max(0, session - spentBefore.orElse(0));
        if (own == Amounts.ABSENT && (tally.isKnown() || spentBefore.isPresent())) {
            cost = Math.max(0, floor - tally.session());
            tally.add(in.time(), cost);
        }
        tally.raiseTo(floor);
        return cost;
    }

    private long ownCost(StepInput in, long cost) {
        long corrected = in.amounts().corrects();
        if (corrected != CanonicalHash.NONE && correctable.correct(corrected, cost, tally)) {
            return NO_COST;
        }
        tally.add(in.time(), cost);
        if (in.eventId() != CanonicalHash.NONE) {
            correctable.remember(in.eventId(), cost, in.time(), in.moment().mayRepeat());
        }
        return cost;
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(!tally.isKnown())) {
            return;
        }
        tally.write(out);
        usual.write(out);
        correctable.write(out);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        tally.read(in);
        usual.read(in);
        correctable.read(in);
    }
}
