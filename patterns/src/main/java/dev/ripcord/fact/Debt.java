package dev.ripcord.fact;

import java.io.IOException;

/**
 * A sum that rises with bad signs and falls with good ones, never below 0. Whole numbers of some small unit.
 *
 * <p>What it is now and what it was before the latest call stand in one long: a session has several of them, and looks
 * for none of them elsewhere.
 */
final class Debt {
    static final long NONE = 0;

    private static final int MOST = 1_000_000_000;

    private Debt() {}

    static int now(long debt) {
        return (int) debt;
    }

    /** @return after a further call, which moves it */
    static long moved(long debt, int by) {
        return of(now(debt), by);
    }

    /** @return where the latest call moves it by something else than was thought before its outcome was known */
    static long corrected(long debt, int by) {
        return of(before(debt), by);
    }

    private static int before(long debt) {
        return (int) (debt >>> Integer.SIZE);
    }

    private static long of(int before, int by) {
        return (long) before << Integer.SIZE | Math.max(0, Math.min(MOST, before + by));
    }

    static void write(long debt, FoldOutput out) throws IOException {
        out.count(now(debt));
        out.signed((long) before(debt) - now(debt));
    }

    static long read(FoldInput in) throws IOException {
        int now = in.size(MOST);
        long before = Math.max(0, Math.min(MOST, now + in.signed()));
        return before << Integer.SIZE | now;
    }
}
