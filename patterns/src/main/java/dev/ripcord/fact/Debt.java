package dev.ripcord.fact;

import java.io.IOException;

/** A sum that rises with bad signs and falls with good ones, never below 0. Whole numbers of some small unit. */
final class Debt {
    private static final int MOST = 1_000_000_000;

    private int before;
    private int now;

    int now() {
        return now;
    }

    /** A further call moves it. */
    void move(int by) {
        before = now;
        now = moved(by);
    }

    /** The latest call moves it by something else than was thought before its outcome was known. */
    void correct(int by) {
        now = moved(by);
    }

    private int moved(int by) {
        return Math.max(0, Math.min(MOST, before + by));
    }

    void clear() {
        before = 0;
        now = 0;
    }

    /** @return whether it is not what one begins with */
    boolean isThere() {
        return now != 0 || before != 0;
    }

    void write(FoldOutput out) throws IOException {
        out.count(now);
        out.signed((long) before - now);
    }

    void read(FoldInput in) throws IOException {
        now = in.size(MOST);
        before = (int) Math.max(0, Math.min(MOST, now + in.signed()));
    }
}
