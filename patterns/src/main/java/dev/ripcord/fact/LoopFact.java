package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/**
 * Finds the shortest cycle that the latest steps repeat.
 *
 * <p>For each period p, {@code run[p]} counts how many steps in a row equal the step p before them; a cycle of
 * period p has been repeated {@code run[p] / p + 1} times. From {@code run[p] >= p} on there are two rounds, and that
 * is a cycle. O(MAX_PERIOD) per step, no step is stored twice.
 */
final class LoopFact {
    static final int MAX_PERIOD = 16;

    private static final long[] NO_RUNS = {};

    private final Latest latest = new Latest(MAX_PERIOD);
    /** Most sessions never have a run, and no array. */
    private long[] run = NO_RUNS;
    /** Whether any step kept equals one that many before it. */
    private boolean running;

    private int period;

    Latest latest() {
        return latest;
    }

    /** @param fingerprint of the step's call (64 bit); steps that only communicate are not passed in */
    void after(long fingerprint) {
        if (run == NO_RUNS) {
            run = new long[MAX_PERIOD + 1];
        }
        int comparable = latest.size();
        running = false;
        for (int lag = 1; lag <= comparable; lag++) {
            run[lag] = latest.back(lag) == fingerprint ? run[lag] + 1 : 0;
            running |= run[lag] > 0;
        }
        latest.add(fingerprint);
        period = shortest();
    }

    /** The same for a step that equals none of those kept. */
    void afterNew(long fingerprint) {
        endRuns();
        latest.add(fingerprint);
    }

    /** A step that nothing is known of: no cycle goes on through it. */
    void interrupt() {
        latest.clear();
        endRuns();
    }

    private void endRuns() {
        if (running) {
            Arrays.fill(run, 0);
            running = false;
            period = 0;
        }
    }

    /** @return whether no step is kept, and so no run */
    boolean isEmpty() {
        return latest.size() == 0;
    }

    /** @return steps in one round; 0 where there is no cycle */
    int period() {
        return period;
    }

    private int shortest() {
        for (int lag = 1; running && lag <= MAX_PERIOD; lag++) {
            if (run[lag] >= lag) {
                return lag;
            }
        }
        return 0;
    }

    /** @return complete rounds, the first included; 1 where there is no cycle */
    long repeats() {
        return period == 0 ? 1 : run[period] / period + 1;
    }

    /** @return steps that the cycle covers so far, an incomplete round included; 0 where there is no cycle */
    long length() {
        return period == 0 ? 0 : run[period] + period;
    }

    /** @return complete rounds with each period from 1 to {@link EightCounts#NUMBER}; 1 where it is no cycle */
    long rounds() {
        if (!running) {
            return EightCounts.ONES;
        }
        long rounds = 0;
        for (int period = EightCounts.NUMBER; period >= 1; period--) {
            rounds = EightCounts.with(rounds, period - 1, run[period] / period + 1);
        }
        return rounds;
    }

    void write(FoldOutput out) throws IOException {
        latest.write(out);
        int lags = 0;
        for (int lag = 1; running && lag <= MAX_PERIOD; lag++) {
            lags |= run[lag] > 0 ? 1 << lag : 0;
        }
        out.count(lags);
        for (int lag = 1; running && lag <= MAX_PERIOD; lag++) {
            if (run[lag] > 0) {
                out.count(run[lag]);
            }
        }
    }

    void read(FoldInput in) throws IOException {
        latest.read(in);
        long lags = in.count();
        run = lags == 0 ? NO_RUNS : new long[MAX_PERIOD + 1];
        for (int lag = 1; lags != 0 && lag <= MAX_PERIOD; lag++) {
            run[lag] = (lags >>> lag & 1) == 0 ? 0 : in.count();
            running |= run[lag] > 0;
        }
        period = shortest();
    }
}
