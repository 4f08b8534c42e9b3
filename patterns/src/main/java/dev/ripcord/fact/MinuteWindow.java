package dev.ripcord.fact;

import java.io.IOException;

/**
 * The sum of amounts within the latest minute of the session clock, in steps of a second: the second that the clock
 * shows and the 59 before it.
 *
 * <p>Only seconds with an amount are kept, at most 60. Time must not go backward, as the session clock does not.
 */
final class MinuteWindow {
    static final int SECONDS = 60;
    private static final int MILLIS = 1_000;
    private static final int PLACES = 64;
    private static final int FIRST_CAPACITY = 4;

    /** Of one second; sixty of them do not overflow. */
    private static final long MAX_AMOUNT = Long.MAX_VALUE / PLACES;

    /** By turns a second and its amount. */
    private long[] entries = {};

    private int oldest;
    private int size;
    private long sum;
    /** Kept here as well, so that most events need not look it up. */
    private long oldestSecond;

    void add(long time, long amount) {
        if (amount == 0) {
            return;
        }
        long second = Math.floorDiv(time, MILLIS);
        forgetBefore(second - SECONDS + 1);
        if (size == 0 || second(size - 1) != second) {
            append(second);
        }
        change(size - 1, amount);
    }

    /** Changes what was added at that time, where that is still known. */
    void correct(long time, long difference) {
        long second = Math.floorDiv(time, MILLIS);
        for (int index = 0; index < size; index++) {
            if (second(index) == second) {
                change(index, difference);
            }
        }
    }

    long sum(long time) {
        forgetBefore(Math.floorDiv(time, MILLIS) - SECONDS + 1);
        return sum;
    }

    void write(FoldOutput out) throws IOException {
        out.count(size);
        long before = 0;
        for (int index = 0; index < size; index++) {
            out.signed(second(index) - before);
            out.count(amount(index));
            before = second(index);
        }
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size(SECONDS);
        long before = 0;
        for (int index = 0; index < kept; index++) {
            before += in.signed();
            append(before);
            change(index, in.count());
        }
    }

    private void forgetBefore(long second) {
        while (size > 0 && oldestSecond < second) {
            sum -= amount(0);
            oldest = oldest + 1 & capacity() - 1;
            size--;
            oldestSecond = size > 0 ? second(0) : 0;
        }
    }

    private void append(long second) {
        if (size == capacity()) {
            grow();
        }
        oldestSecond = size == 0 ? second : oldestSecond;
        int at = at(size);
        entries[at] = second;
        entries[at + 1] = 0;
        size++;
    }

    private void change(int index, long difference) {
        long amount = amount(index);
        long changed = Math.min(MAX_AMOUNT, Math.max(0, amount + Math.min(MAX_AMOUNT, difference)));
        sum += changed - amount;
        entries[at(index) + 1] = changed;
    }

    private void grow() {
        long[] grown = new long[2 * Math.max(FIRST_CAPACITY, size * 2)];
        for (int index = 0; index < size; index++) {
            grown[2 * index] = second(index);
            grown[2 * index + 1] = amount(index);
        }
        entries = grown;
        oldest = 0;
    }

    private int capacity() {
        return entries.length / 2;
    }

    /** @param index from 0 for the oldest */
    private int at(int index) {
        return 2 * (oldest + index & capacity() - 1);
    }

    private long second(int index) {
        return entries[at(index)];
    }

    private long amount(int index) {
        return entries[at(index) + 1];
    }
}
