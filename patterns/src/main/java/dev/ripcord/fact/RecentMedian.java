package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/** The median of the latest 64 amounts: one wild amount among them hardly moves it. */
final class RecentMedian {
    static final int MAXIMUM = 64;

    private static final int FIRST_CAPACITY = 8;
    private static final long[] NO_AMOUNTS = {};
    private static final byte[] NO_PLACES = {};

    /** A ring. */
    private long[] amounts = NO_AMOUNTS;
    /** The places of the amounts there, the least amount's first: an eighth of what the amounts themselves would take. */
    private byte[] rising = NO_PLACES;

    private int size;
    /** Where the next amount goes; the oldest lies there once the ring is full, and at 0 before. */
    private int next;
    /** Asked for at each step, and changed by few. */
    private long median;

    int size() {
        return size;
    }

    void add(long amount) {
        if (size == MAXIMUM) {
            forget(next);
        } else if (size == amounts.length) {
            grow();
        }
        amounts[next] = amount;
        int rank = rank(amount);
        System.arraycopy(rising, rank, rising, rank + 1, size - rank);
        rising[rank] = (byte) next;
        size++;
        next = next + 1 & MAXIMUM - 1;
        median = middle();
    }

    /** @return the middle amount; of an even number the mean of the two in the middle, rounded down; 0 of none */
    long median() {
        return median;
    }

    private long middle() {
        long low = amounts[rising[(size - 1) / 2]];
        return low + (amounts[rising[size / 2]] - low) / 2;
    }

    /**
     * Looks at all amounts, in the order in which they lie: to halve their number again and again would wait for one
     * place in memory after the other, and each time guess wrong about what is there.
     *
     * @param amount which lies there already
     * @return how many are less
     */
    private int rank(long amount) {
        long less = 0;
        for (int index = 0; index <= size; index++) {
            less += amounts[index] - amount >>> Long.SIZE - 1; // neither is negative
        }
        return (int) less;
    }

    private void forget(int place) {
        int rank = 0;
        while (rising[rank] != place) {
            rank++;
        }
        size--;
        System.arraycopy(rising, rank + 1, rising, rank, size - rank);
    }

    private void grow() {
        int larger = Math.max(FIRST_CAPACITY, size * 2);
        amounts = Arrays.copyOf(amounts, larger);
        rising = Arrays.copyOf(rising, larger);
    }

    void write(FoldOutput out) throws IOException {
        out.count(size);
        for (int number = 0; number < size; number++) {
            out.count(amounts[next - size + number & MAXIMUM - 1]);
        }
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size(MAXIMUM);
        for (int number = 0; number < kept; number++) {
            add(in.count());
        }
    }
}
