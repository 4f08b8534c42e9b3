package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/**
 * The calls that wait for their answer, at most the 64 latest.
 *
 * <p>A response answers the call with its request_ref; else the latest open call of its tool, among these one with the
 * same arguments (where the response repeats them) before one of the same caller_step before any. Calls whose
 * request_ref or tool contradicts the response are not its call: an outcome is rather unknown than somebody else's.
 */
final class OpenCalls {
    static final int MAXIMUM = 64;
    private static final int FIRST_CAPACITY = 2;
    private static final long[] NO_CELLS = {};

    private long[] cells = NO_CELLS;
    private int size;

    void open(OpenCall call) {
        if (size == MAXIMUM) {
            remove(0);
        }
        if (at(size) == cells.length) {
            cells = Arrays.copyOf(cells, at(Math.max(FIRST_CAPACITY, size * 2)));
        }
        call.layOut(cells, at(size++));
    }

    /** @return the call that is answered, no longer open; null where none is known */
    OpenCall answeredBy(CallWords answer) {
        int found = -1;
        int surest = 0;
        for (int index = size - 1; index >= 0 && surest < OpenCall.SAME_REF; index--) {
            int matches = OpenCall.matches(cells, at(index), answer);
            if (matches > surest) {
                found = index;
                surest = matches;
            }
        }
        return found < 0 ? null : remove(found);
    }

    void write(FoldOutput out) throws IOException {
        out.count(size);
        for (int index = 0; index < size; index++) {
            OpenCall.at(cells, at(index)).write(out);
        }
    }

    void read(FoldInput in) throws IOException {
        int open = in.size(MAXIMUM);
        for (int number = 0; number < open; number++) {
            open(OpenCall.read(in));
        }
    }

    private OpenCall remove(int index) {
        OpenCall removed = OpenCall.at(cells, at(index));
        System.arraycopy(cells, at(index + 1), cells, at(index), at(size - index - 1));
        size--;
        return removed;
    }

    private static int at(int index) {
        return index * OpenCall.CELLS;
    }
}
