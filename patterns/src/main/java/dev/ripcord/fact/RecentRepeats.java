package dev.ripcord.fact;

import java.io.IOException;

/** Which of the latest 20 calls repeat an earlier one of these 20. */
final class RecentRepeats {
    private static final int WINDOW = 20;
    private static final int ALL = (1 << WINDOW) - 1;

    private final Latest calls;
    /** The lowest bit is the latest call's. */
    private int repeats;

    /** @param calls fingerprints of the latest calls, the one that is told of included */
    RecentRepeats(Latest calls) {
        this.calls = calls;
    }

    int count() {
        return Integer.bitCount(repeats);
    }

    /** @param repeated whether the call was made before at all, as far as is known */
    void made(boolean repeated) {
        repeats = repeats << 1 & ALL;
        if (repeats != 0 && calls.size() > WINDOW) {
            firstOfItsKind(calls.back(WINDOW + 1));
        }
        if (repeated && has(calls.back(1))) {
            repeats |= 1;
        }
    }

    /** The latest of these calls turned out to bring something new. */
    void bringsNews(long call) {
        for (int back = 1; repeats != 0 && back <= reach(); back++) {
            int bit = 1 << back - 1;
            if ((repeats & bit) != 0 && calls.back(back) == call) {
                repeats &= ~bit;
                return;
            }
        }
    }

    void clear() {
        repeats = 0;
    }

    /** The oldest call that is left repeats none any more, where it repeated the one that left. */
    private void firstOfItsKind(long left) {
        for (int back = WINDOW; back >= 1; back--) {
            if (calls.back(back) == left) {
                repeats &= ~(1 << back - 1);
                return;
            }
        }
    }

    private boolean has(long call) {
        for (int back = 2; back <= reach(); back++) {
            if (calls.back(back) == call) {
                return true;
            }
        }
        return false;
    }

    private int reach() {
        return Math.min(WINDOW, calls.size());
    }

    void write(FoldOutput out) throws IOException {
        out.count(repeats);
    }

    void read(FoldInput in) throws IOException {
        repeats = in.size(ALL);
    }
}
