package dev.ripcord.fact;

import java.io.IOException;

/**
 * Sums of amounts of several kinds within the latest minute of the session clock, in steps of a second: the second that
 * the clock shows and the 59 before it.
 *
 * <p>Only seconds with an amount are kept, at most 60, and a second's amounts of all kinds lie together: an event that
 * reports several touches one place in memory. Time must not go backward, as the session clock does not.
 */
final class MinuteWindow {
    static final int SECONDS = 60;
    private static final int MILLIS = 1_000;
    private static final int PLACES = 64;
    private static final int FIRST_CAPACITY = 4;
    /** Of the bits below a second. */
    private static final int KIND_BITS = 8;
    /** Of one second; sixty of them do not overflow. */
    private static final long MAX_AMOUNT = Long.MAX_VALUE / PLACES;

    private static final long[] NO_CELLS = {};

    private final int kinds;
    /**
     * By turns a second and its amounts. Below the second stands a bit for each kind of which an amount was added, though
     * corrections may have left nothing of it.
     */
    private long[] cells = NO_CELLS;

    private int capacity;
    private int oldest;
    private int size;
    /** Kept here as well, so that most events need not look them up. */
    private long oldestSecond;

    private long latestSecond;
    /** The sums by kind: fields, and no array that most events would have to wait for. */
    private long sum0;

    private long sum1;
    private long sum2;

    /** @param kinds of amounts, which are numbered from 0; at most 3 */
    MinuteWindow(int kinds) {
        this.kinds = kinds;
    }

    void add(int kind, long time, long amount) {
        if (amount == 0) {
            return;
        }
        long second = Math.floorDiv(time, MILLIS);
        forgetBefore(second - SECONDS + 1);
        if (size == 0 || latestSecond != second) {
            append(second);
        }
        add(kind, at(size - 1), amount);
    }

    /** Changes what was added at that time, where that is still known. */
    void correct(int kind, long time, long difference) {
        long second = Math.floorDiv(time, MILLIS);
        for (int index = 0; index < size; index++) {
            if (second(index) == second && has(kind, index)) {
                add(kind, at(index), difference);
            }
        }
    }

    long sum(int kind, long time) {
        forgetBefore(Math.floorDiv(time, MILLIS) - SECONDS + 1);
        return switch (kind) {
            case 0 -> sum0;
            case 1 -> sum1;
            default -> sum2;
        };
    }

    void write(int kind, FoldOutput out) throws IOException {
        out.count(kept(kind));
        long before = 0;
        for (int index = 0; index < size; index++) {
            if (has(kind, index)) {
                out.signed(second(index) - before);
                out.count(cells[at(index) + 1 + kind]);
                before = second(index);
            }
        }
    }

    void read(int kind, FoldInput in) throws IOException {
        int kept = in.size(SECONDS);
        long before = 0;
        for (int index = 0; index < kept; index++) {
            before += in.signed();
            add(kind, at(indexOf(before)), in.count());
        }
    }

    private int kept(int kind) {
        int kept = 0;
        for (int index = 0; index < size; index++) {
            kept += has(kind, index) ? 1 : 0;
        }
        return kept;
    }

    private boolean has(int kind, int index) {
        return (cells[at(index)] >>> kind & 1) != 0;
    }

    private void forgetBefore(long second) {
        while (size > 0 && oldestSecond < second) {
            for (int kind = 0; kind < kinds; kind++) {
                raise(kind, -cells[at(0) + 1 + kind]);
            }
            oldest = oldest + 1 & capacity - 1;
            size--;
            oldestSecond = size > 0 ? second(0) : 0;
        }
    }

    private void append(long second) {
        if (size == capacity) {
            grow();
        }
        oldestSecond = size == 0 ? second : oldestSecond;
        latestSecond = second;
        int at = at(size);
        cells[at] = second << KIND_BITS;
        for (int kind = 0; kind < kinds; kind++) {
            cells[at + 1 + kind] = 0;
        }
        size++;
    }

    private void add(int kind, int at, long difference) {
        long amount = cells[at + 1 + kind];
        long changed = Math.min(MAX_AMOUNT, Math.max(0, amount + Math.min(MAX_AMOUNT, difference)));
        cells[at] |= 1L << kind;
        cells[at + 1 + kind] = changed;
        raise(kind, changed - amount);
    }

    private void raise(int kind, long by) {
        switch (kind) {
            case 0 -> sum0 += by;
            case 1 -> sum1 += by;
            default -> sum2 += by;
        }
    }

    /** Kinds are read one after the other: a second may be missing that lies between those that are there. */
    private int indexOf(long second) {
        int index = size;
        while (index > 0 && second(index - 1) > second) {
            index--;
        }
        if (index > 0 && second(index - 1) == second) {
            return index - 1;
        }
        append(second);
        for (int later = size - 1; later > index; later--) {
            swap(at(later), at(later - 1));
        }
        oldestSecond = second(0);
        latestSecond = second(size - 1);
        return index;
    }

    private void swap(int one, int other) {
        for (int number = 0; number <= kinds; number++) {
            long cell = cells[one + number];
            cells[one + number] = cells[other + number];
            cells[other + number] = cell;
        }
    }

    private void grow() {
        int larger = Math.max(FIRST_CAPACITY, size * 2);
        long[] grown = new long[larger * (1 + kinds)];
        for (int index = 0; index < size; index++) {
            System.arraycopy(cells, at(index), grown, index * (1 + kinds), 1 + kinds);
        }
        cells = grown;
        capacity = larger;
        oldest = 0;
    }

    /** @param index from 0 for the oldest */
    private int at(int index) {
        return (oldest + index & capacity - 1) * (1 + kinds);
    }

    private long second(int index) {
        return cells[at(index)] >> KIND_BITS;
    }
}
