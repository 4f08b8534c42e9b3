package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/**
 * The latest 64 costs of events that have an id, so that a later event can correct one. A ring: every cost is put in,
 * and hardly ever one is looked for.
 */
final class CorrectableCosts {
    private static final int MAXIMUM = 64;
    private static final int FIRST_CAPACITY = 4;

    /** Of an event: its id, then these. */
    private static final int COST = 1;

    private static final int TIME = 2;
    private static final int WIDTH = 3;
    private static final int NOWHERE = -1;
    private static final long[] NO_CELLS = {};

    private long[] cells = NO_CELLS;
    private int size;
    /** Where the next event goes; {@link #size} before it lies the oldest. */
    private int next;
    /** One bit for the ids that end in the same six: of most ids it says that they were never remembered. */
    private long ends;

    /** @param mayRepeat whether the id may have come before, so many events ago that its repeat was not known */
    void remember(long eventId, long cost, long time, boolean mayRepeat) {
        if (mayRepeat && (ends & 1L << eventId) != 0) {
            forget(eventId);
        }
        ends |= 1L << eventId;
        if (size < MAXIMUM && size * WIDTH == cells.length) {
            cells = Arrays.copyOf(cells, WIDTH * Math.max(FIRST_CAPACITY, size * 2));
        }
        int at = next * WIDTH;
        cells[at] = eventId;
        cells[at + COST] = cost;
        cells[at + TIME] = time;
        next = next + 1 & MAXIMUM - 1;
        size = Math.min(size + 1, MAXIMUM);
    }

    /** @return whether that event's cost was still known, and the tally moved by the difference */
    boolean correct(long eventId, long cost, Tally tally) {
        int number = find(eventId);
        if (number == NOWHERE) {
            return false;
        }
        int at = at(number);
        tally.correct(cells[at + TIME], cost - cells[at + COST]);
        cells[at + COST] = cost;
        return true;
    }

    private void forget(long eventId) {
        int number = find(eventId);
        if (number == NOWHERE) {
            return;
        }
        for (int later = number + 1; later < size; later++) {
            System.arraycopy(cells, at(later), cells, at(later - 1), WIDTH);
        }
        size--;
        next = next - 1 & MAXIMUM - 1;
    }

    private int find(long eventId) {
        for (int number = size - 1; number >= 0; number--) {
            if (cells[at(number)] == eventId) {
                return number;
            }
        }
        return NOWHERE;
    }

    /** @param number from 0 for the oldest */
    private int at(int number) {
        return (next - size + number & MAXIMUM - 1) * WIDTH;
    }

    void write(FoldOutput out) throws IOException {
        out.count(size);
        for (int number = 0; number < size; number++) {
            out.fingerprint(cells[at(number)]);
        }
        long before = 0;
        for (int number = 0; number < size; number++) {
            int at = at(number);
            out.count(cells[at + COST]);
            out.signed(cells[at + TIME] - before);
            before = cells[at + TIME];
        }
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size(MAXIMUM);
        for (int number = 0; number < kept; number++) {
            remember(in.fingerprint(), 0, 0, false);
        }
        long before = 0;
        for (int number = 0; number < kept; number++) {
            int at = at(number);
            cells[at + COST] = in.count();
            before += in.signed();
            cells[at + TIME] = before;
        }
    }
}
