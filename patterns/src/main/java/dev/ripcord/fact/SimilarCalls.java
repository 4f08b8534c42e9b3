package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/**
 * What the latest 8 calls say, in samples. These lie one behind the other, and a call that is like none of them, as most
 * are, is told so by the {@link Marks#ends} alone.
 */
final class SimilarCalls {
    private static final int WINDOW = 8;
    private static final int MOST_MARKS = CallMarks.MAXIMUM;
    private static final long[] NO_ENDS = {};
    private static final char[] NO_MARKS = {};
    private static final int SIZE_BITS = 4;
    private static final int SIZE = (1 << SIZE_BITS) - 1;
    /** In state, of a call that says what the one before it says; more than a sample can have. */
    private static final int AS_BEFORE = SIZE;

    private long[] ends = NO_ENDS;
    private char[] marks = NO_MARKS;
    /** How many marks each has. */
    private int sizes;

    private int size;
    /** Where the next one goes. */
    private int next;

    /**
     * @return tenths of what the call says that one of the latest calls says too, by the one that is most like it; any
     *     number below {@link CallSigns#FAMILIAR} where that is below it
     */
    int likeness(Marks call) {
        int most = 0;
        for (int place = 0; place < size; place++) {
            int marksThere = marksAt(place);
            if (call.mayHaveInCommon(CallSigns.FAMILIAR, ends[place], marksThere)) {
                int from = place * MOST_MARKS;
                most = Math.max(most, call.tenthsInCommon(marks, from, from + marksThere, MOST_MARKS));
            }
        }
        return most;
    }

    void add(Marks call) {
        if (ends.length == 0) {
            ends = new long[WINDOW];
            marks = new char[WINDOW * MOST_MARKS];
        }
        ends[next] = call.ends();
        call.copyTo(marks, next * MOST_MARKS);
        sizes = sizes & ~(SIZE << next * SIZE_BITS) | call.size() << next * SIZE_BITS;
        next = next + 1 & WINDOW - 1;
        size = Math.min(size + 1, WINDOW);
    }

    private int marksAt(int place) {
        return sizes >>> place * SIZE_BITS & SIZE;
    }

    /** The oldest first: how many marks each has, four bits a call, then the marks of those unlike the one before. */
    void write(FoldOutput out) throws IOException {
        out.count(size);
        long lengths = 0;
        for (int number = 0; number < size; number++) {
            lengths |= (long) (isAsBefore(number) ? AS_BEFORE : marksAt(place(number))) << number * SIZE_BITS;
        }
        out.count(lengths);
        for (int number = 0; number < size; number++) {
            int from = place(number) * MOST_MARKS;
            for (int index = 0; !isAsBefore(number) && index < marksAt(place(number)); index++) {
                out.mark(marks[from + index]);
            }
        }
    }

    /** @param number from the oldest call on */
    private int place(int number) {
        return next - size + number & WINDOW - 1;
    }

    private boolean isAsBefore(int number) {
        return number > 0 && areEqual(place(number), place(number - 1));
    }

    private boolean areEqual(int place, int other) {
        int from = place * MOST_MARKS;
        int otherFrom = other * MOST_MARKS;
        return Arrays.equals(marks, from, from + marksAt(place), marks, otherFrom, otherFrom + marksAt(other));
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size(WINDOW);
        long lengths = in.count();
        Marks before = Marks.NONE;
        for (int number = 0; number < kept; number++) {
            int length = (int) (lengths >>> number * SIZE_BITS & SIZE);
            before = length == AS_BEFORE ? before : Marks.read(in, length, MOST_MARKS);
            add(before);
        }
    }
}
