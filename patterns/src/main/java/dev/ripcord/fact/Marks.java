package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/**
 * A small sample of a set, by which it is compared with others: hashes of 16 bits, the same ones for the same set.
 * Immutable.
 */
final class Marks {
    static final Marks NONE = new Marks(new char[0]);

    private final char[] marks;
    private final long ends;

    /** @param marks from now on not changed by anybody */
    Marks(char[] marks) {
        this.marks = marks;
        long found = 0;
        for (char mark : marks) {
            found |= 1L << mark;
        }
        ends = found;
    }

    /** @param marks from now on not changed by anybody */
    static Marks of(char[] marks) {
        return marks.length == 0 ? NONE : new Marks(marks);
    }

    int size() {
        return marks.length;
    }

    char mark(int index) {
        return marks[index];
    }

    /** @return one bit for the marks that end in the same six: what is missing there is missing in the marks */
    long ends() {
        return ends;
    }

    void copyTo(char[] target, int from) {
        System.arraycopy(marks, 0, target, from, marks.length);
    }

    /**
     * @param tenths of what either set has
     * @param otherEnds of the other marks
     * @param size how many the other marks are
     * @return whether both may have so much; only then it matters how much they do
     */
    boolean mayHaveInCommon(int tenths, long otherEnds, int size) {
        int atMost = marks.length - Long.bitCount(ends & ~otherEnds);
        return atMost * 10 >= tenths * Math.max(marks.length, size);
    }

    /**
     * How many tenths of what either set has both have: Jaccard's index, estimated over the least hashes of the two
     * (Broder, On the resemblance and containment of documents, 1997). Exact where a sample holds all of both.
     * Only for marks that are the least of their sets' hashes, in rising order.
     *
     * @param others holds the other marks
     * @param from the first of these
     * @param end where they end
     * @param maximum how many marks a sample holds at most
     * @return from 0 to 10, rounded down; 0 where one is empty
     */
    int tenthsInCommon(char[] others, int from, int end, int maximum) {
        int here = 0;
        int there = from;
        int common = 0;
        int either = 0;
        for (; either < maximum && (here < marks.length || there < end); either++) {
            int difference =
                    here == marks.length ? 1 : there == end ? -1 : Character.compare(marks[here], others[there]);
            common += difference == 0 ? 1 : 0;
            here += difference <= 0 ? 1 : 0;
            there += difference >= 0 ? 1 : 0;
        }
        return either == 0 ? 0 : common * 10 / either;
    }

    /** @param length how many there are */
    static Marks read(FoldInput in, int length, int maximum) throws IOException {
        if (length > maximum) {
            throw new IOException(
                    "the state of a session has a sample of " + length + " marks where " + maximum + " are the most");
        }
        char[] marks = new char[length];
        for (int index = 0; index < marks.length; index++) {
            marks[index] = in.mark();
        }
        return of(marks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marks that && Arrays.equals(that.marks, marks);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(marks);
    }

    @Override
    public String toString() {
        return marks.length + " marks";
    }
}
