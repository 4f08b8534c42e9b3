package dev.ripcord.fact;

import java.io.IOException;

/** The sums of what speaks for and against going nowhere, each in a unit of its own. */
final class StallSums {
    private static final double HUNDREDTHS = 100;
    private static final double QUARTER = 0.25;
    private static final double HALF = 0.5;

    private final RecentRepeats repeats;
    private final CycleCredit cycles;
    private long stall;
    private long points;
    private long noProgress;
    private long unchanged;
    private long staleResults;
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
        stall = Debt.moved(stall, evidence.stall());
        points = Debt.moved(points, evidence.points());
        noProgress = Debt.moved(noProgress, evidence.noProgress());
        unchanged = Debt.moved(unchanged, evidence.unchanged());
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
        stall = Debt.corrected(stall, evidence.stall());
        points = Debt.corrected(points, evidence.points());
        noProgress = Debt.corrected(noProgress, evidence.noProgress());
        unchanged = Debt.corrected(unchanged, evidence.unchanged());
    }

    /** What was done in another state says nothing about this one. */
    void stateChanged() {
        unchanged = Debt.NONE;
    }

    /** The latest of these calls is a repeat that gets somewhere. */
    void bringsNews(long call) {
        repeats.bringsNews(call);
    }

    /** An outcome is shown, of whichever call. */
    void result(Evidence evidence) {
        resultsShown = true;
        staleResults = Debt.moved(staleResults, evidence.staleResult());
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
        stall = Debt.NONE;
        points = Debt.NONE;
        noProgress = Debt.NONE;
        unchanged = Debt.NONE;
        staleResults = Debt.NONE;
    }

    /** @param all whether the step makes or answers a call; others know but the debt */
    void tell(FactValues out, boolean all, boolean statesReported) {
        out.set(Fact.STALL_DEBT, Debt.now(stall) / HUNDREDTHS);
        if (!all) {
            return;
        }
        out.set(Fact.STALL_CYCLE, cycles.most() * HALF);
        out.set(Fact.STALL_REPEATS, repeats.count());
        out.set(Fact.STALL_POINTS, Debt.now(points) * HALF);
        out.set(Fact.STALL_NO_PROGRESS, Debt.now(noProgress) * HALF);
        if (statesReported) {
            out.set(Fact.STALL_UNCHANGED, Debt.now(unchanged) * HALF);
        }
        if (resultsShown) {
            out.set(Fact.STALL_STALE_RESULTS, Debt.now(staleResults) * QUARTER);
        }
    }

    private long[] debts() {
        return new long[] {stall, points, noProgress, unchanged, staleResults};
    }

    /** Most sessions have hardly any of them: a byte says which there are. */
    void write(FoldOutput out) throws IOException {
        boolean repeating = repeats.count() > 0 || cycles.most() > 0;
        out.flags(
                resultsShown,
                repeating,
                stall != Debt.NONE,
                points != Debt.NONE,
                noProgress != Debt.NONE,
                unchanged != Debt.NONE,
                staleResults != Debt.NONE);
        if (repeating) {
            repeats.write(out);
            cycles.write(out);
        }
        for (long debt : debts()) {
            if (debt != Debt.NONE) {
                Debt.write(debt, out);
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
        stall = debt(flags[2], in);
        points = debt(flags[3], in);
        noProgress = debt(flags[4], in);
        unchanged = debt(flags[5], in);
        staleResults = debt(flags[6], in);
        cycleWeight = in.size(4);
    }

    private static long debt(boolean isThere, FoldInput in) throws IOException {
        return isThere ? Debt.read(in) : Debt.NONE;
    }
}
