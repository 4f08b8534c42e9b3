package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/** The median of the latest 64 amounts: one wild amount among them hardly moves it. */
final class RecentMedian {
    static final int MAXIMUM = 64;

    private final Latest latest = new Latest(MAXIMUM);
    private long[] sorted = {};
    /** Asked for at each step, and changed by few. */
    private long median;

    int size() {
        return latest.size();
    }

    void add(long amount) {
        int size = latest.size();
        if (size == MAXIMUM) {
            size = remove(latest.back(MAXIMUM), size);
        } else if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, Math.max(8, size * 2));
        }
        int place = Arrays.binarySearch(sorted, 0, size, amount);
        place = place < 0 ? ~place : place;
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = amount;
        latest.add(amount);
        median = middle(latest.size());
    }

    /** @return the middle amount; of an even number the mean of the two in the middle, rounded down; 0 of none */
    long median() {
        return median;
    }

    private long middle(int size) {
        long low = sorted[(size - 1) / 2];
        return low + (sorted[size / 2] - low) / 2;
    }

    void write(FoldOutput out) throws IOException {
        out.count(latest.size());
        for (int steps = latest.size(); steps >= 1; steps--) {
            out.count(latest.back(steps));
        }
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size(MAXIMUM);
        for (int number = 0; number < kept; number++) {
            add(in.count());
        }
    }

    private int remove(long amount, int size) {
        int place = Arrays.binarySearch(sorted, 0, size, amount);
        System.arraycopy(sorted, place + 1, sorted, place, size - place - 1);
        return size - 1;
    }
}
