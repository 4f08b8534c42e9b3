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

    /** Of one second; sixty of them do not overflow. */
    private static final long MAX_AMOUNT = Long.MAX_VALUE / PLACES;

    private long[] seconds = {};
    private long[] amounts = {};
    private int oldest;
    private int size;
    private long sum;

    void add(long time, long amount) {
        if (amount == 0) {
            return;
        }
        long second = Math.floorDiv(time, MILLIS);
        forgetBefore(second - SECONDS + 1);
        if (size == 0 || seconds[place(size - 1)] != second) {
            append(second);
        }
        change(place(size - 1), amount);
    }

    /** Changes what was added at that time, where that is still known. */
    void correct(long time, long difference) {
        long second = Math.floorDiv(time, MILLIS);
        for (int index = 0; index < size; index++) {
            if (seconds[place(index)] == second) {
                change(place(index), difference);
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
            out.signed(seconds[place(index)] - before);
            out.count(amounts[place(index)]);
            before = seconds[place(index)];
        }
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size(SECONDS);
        long before = 0;
        for (int index = 0; index < kept; index++) {
            before += in.signed();
            append(before);
            change(place(index), in.count());
        }
    }

    private void forgetBefore(long second) {
        while (size > 0 && seconds[place(0)] < second) {
            sum -= amounts[place(0)];
            oldest = place(1);
            size--;
        }
    }

    private void append(long second) {
        if (size == seconds.length) {
            grow();
        }
        seconds[place(size)] = second;
        amounts[place(size)] = 0;
        size++;
    }

    private void change(int place, long difference) {
        long changed = Math.min(MAX_AMOUNT, Math.max(0, amounts[place] + Math.min(MAX_AMOUNT, difference)));
        sum += changed - amounts[place];
        amounts[place] = changed;
    }

    private void grow() {
        int capacity = Math.max(4, size * 2);
        long[] grownSeconds = new long[capacity];
        long[] grownAmounts = new long[capacity];
        for (int index = 0; index < size; index++) {
            grownSeconds[index] = seconds[place(index)];
            grownAmounts[index] = amounts[place(index)];
        }
        seconds = grownSeconds;
        amounts = grownAmounts;
        oldest = 0;
    }

    private int place(int index) {
        return oldest + index & seconds.length - 1;
    }
}
