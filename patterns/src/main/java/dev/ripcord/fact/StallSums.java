package dev.ripcord.fact;

import java.io.IOException;

/** The sums of what speaks for and against going nowhere, each in a unit of its own. */
final class StallSums {
    private static final double HUNDREDTHS = 100;
    private static final double QUARTER = 0.25;
    private static final double HALF = 0.5;

    private final RecentRepeats repeats;
    private final CycleCredit cycles;
    private final Debt stall = new Debt();
    private final Debt points = new Debt();
    private final Debt noProgress = new Debt();
    private final Debt unchanged = new Debt();
    private final Debt staleResults = new Debt();
    private boolean resultsShown;
    /** What the latest call adds to the cycles that go on through it. */
    private int cycleWeight;

    StallSums(Latest calls) {
        repeats = new RecentRepeats(calls);
        cycles = new CycleCredit(calls);
    }

    void made(Evidence evidence) {
        boolean repeated = evidence.signs().repeated();
        repeats.made(repeated);
        cycleWeight = evidence.cycle();
        cycles.made(repeated, cycleWeight);
        stall.move(evidence.stall());
        points.move(evidence.points());
        noProgress.move(evidence.noProgress());
        unchanged.move(evidence.unchanged());
    }

    /** A call that nothing can be said of, but that it was made. */
    void unknown() {
        repeats.made(false);
        cycles.clear();
    }

    /** The latest call's outcome has come. */
    void correct(Evidence evidence) {
        int weight = evidence.isExpectedNews() ? 0 : evidence.cycle();
        cycles.correct(weight - cycleWeight);
        cycleWeight = weight;
        stall.correct(evidence.stall());
        points.correct(evidence.points());
        noProgress.correct(evidence.noProgress());
        unchanged.correct(evidence.unchanged());
    }

    /** What was done in another state says nothing about this one. */
    void stateChanged() {
        unchanged.clear();
    }

    /** The latest of these calls is a repeat that gets somewhere. */
    void bringsNews(long call) {
        repeats.bringsNews(call);
    }

    /** An outcome is shown, of whichever call. */
    void result(Evidence evidence) {
        resultsShown = true;
        staleResults.move(evidence.staleResult());
        if (evidence.isRetryThatSucceeds()) {
            settle();
        }
    }

    /** What a person asks for anew is no repetition of the agent's. */
    void clear() {
        repeats.clear();
        settle();
    }

    private void settle() {
        cycles.clear();
        for (Debt debt : debts()) {
            debt.clear();
        }
    }

    /** @param all whether the step makes or answers a call; others know but the debt */
    void tell(FactValues out, boolean all, boolean statesReported) {
        out.set(Fact.STALL_DEBT, stall.now() / HUNDREDTHS);
        if (!all) {
            return;
        }
        out.set(Fact.STALL_CYCLE, cycles.most() * HALF);
        out.set(Fact.STALL_REPEATS, repeats.count());
        out.set(Fact.STALL_POINTS, points.now() * HALF);
        out.set(Fact.STALL_NO_PROGRESS, noProgress.now() * HALF);
        if (statesReported) {
            out.set(Fact.STALL_UNCHANGED, unchanged.now() * HALF);
        }
        if (resultsShown) {
            out.set(Fact.STALL_STALE_RESULTS, staleResults.now() * QUARTER);
        }
    }

    private Debt[] debts() {
        return new Debt[] {stall, points, noProgress, unchanged, staleResults};
    }

    /** Most sessions have hardly any of them: a byte says which there are. */
    void write(FoldOutput out) throws IOException {
        boolean repeating = repeats.count() > 0 || cycles.most() > 0;
        out.flags(
                resultsShown,
                repeating,
                stall.isThere(),
                points.isThere(),
                noProgress.isThere(),
                unchanged.isThere(),
                staleResults.isThere());
        if (repeating) {
            repeats.write(out);
            cycles.write(out);
        }
        for (Debt debt : debts()) {
            if (debt.isThere()) {
                debt.write(out);
            }
        }
        out.count(cycleWeight);
    }

    void read(FoldInput in) throws IOException {
        boolean[] flags = in.flags(7);
        resultsShown = flags[0];
        if (flags[1]) {
            repeats.read(in);
            cycles.read(in);
        }
        Debt[] debts = debts();
        for (int index = 0; index < debts.length; index++) {
            if (flags[2 + index]) {
                debts[index].read(in);
            }
        }
        cycleWeight = in.size(4);
    }
}
