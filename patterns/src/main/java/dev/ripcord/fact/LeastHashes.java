package dev.ripcord.fact;

import java.util.Arrays;

/** The least of the hashes that are added, each once, in rising order: the same sample of the same set, in any order. */
final class LeastHashes {
    private final long[] least;
    private int size;

    LeastHashes(int maximum) {
        least = new long[maximum];
    }

    /** @param hash not negative */
    void add(long hash) {
        if (size == least.length && hash >= least[size - 1]) {
            return;
        }
        int place = Arrays.binarySearch(least, 0, size, hash);
        if (place >= 0) {
            return;
        }
        int free = ~place;
        int moved = Math.min(size, least.length - 1) - free;
        System.arraycopy(least, free, least, free + 1, moved);
        least[free] = hash;
        size = Math.min(size + 1, least.length);
    }

    /** @param drop how many of the lowest bits do not count; 16 are taken above them */
    Marks marks(int drop) {
        if (size == 0) {
            return Marks.NONE;
        }
        char[] marks = new char[size];
        for (int index = 0; index < size; index++) {
            marks[index] = (char) (least[index] >>> drop);
        }
        return new Marks(marks);
    }
}
