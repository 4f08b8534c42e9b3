package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/**
 * Credit of the cycles that the latest calls go through: for each lag up to 8 the sum over the calls in a row that equal
 * the one that many calls before. In halves.
 */
final class CycleCredit {
    private static final int MAX_LAG = 8;
    private static final int MOST = 1_000_000_000;

    private static final int[] NO_CREDIT = {};

    private final Latest calls;
    /** Most sessions never have a cycle, and no array. */
    private int[] credit = NO_CREDIT;

    private int most;

    /** @param calls fingerprints of the latest calls, the one that is told of included */
    CycleCredit(Latest calls) {
        this.calls = calls;
    }

    int most() {
        return most;
    }

    /** @param repeated whether the call was made before at all, as far as is known: else it ends all cycles */
    void made(boolean repeated, int weight) {
        if (!repeated) {
            clear();
            return;
        }
        if (credit == NO_CREDIT) {
            credit = new int[MAX_LAG + 1];
        }
        long call = calls.back(1);
        most = 0;
        for (int lag = 1; lag <= MAX_LAG; lag++) {
            boolean goesOn = lag < calls.size() && calls.back(lag + 1) == call;
            credit[lag] = goesOn ? Math.min(MOST, credit[lag] + weight) : 0;
            most = Math.max(most, credit[lag]);
        }
    }

    /** The latest call counts by so much more, or less, than was thought. */
    void correct(int by) {
        if (most == 0 || by == 0) {
            return;
        }
        most = 0;
        for (int lag = 1; lag <= MAX_LAG; lag++) {
            credit[lag] = credit[lag] == 0 ? 0 : Math.max(0, credit[lag] + by);
            most = Math.max(most, credit[lag]);
        }
    }

    void clear() {
        if (most > 0) {
            Arrays.fill(credit, 0);
            most = 0;
        }
    }

    void write(FoldOutput out) throws IOException {
        int kept = 0;
        for (int lag = 1; most > 0 && lag <= MAX_LAG; lag++) {
            kept |= credit[lag] > 0 ? 1 << lag - 1 : 0;
        }
        out.count(kept);
        for (int lag = 1; most > 0 && lag <= MAX_LAG; lag++) {
            if (credit[lag] > 0) {
                out.count(credit[lag]);
            }
        }
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size((1 << MAX_LAG) - 1);
        credit = kept == 0 ? NO_CREDIT : new int[MAX_LAG + 1];
        for (int lag = 1; kept != 0 && lag <= MAX_LAG; lag++) {
            credit[lag] = (kept >>> lag - 1 & 1) == 0 ? 0 : in.size(MOST);
            most = Math.max(most, credit[lag]);
        }
    }
}
