package dev.ripcord.fact;

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
        int free = 0;
        // Counting takes fewer steps than a search, which the processor cannot foresee: they are a dozen at most.
        for (int index = 0; index < size; index++) {
            free += least[index] < hash ? 1 : 0;
        }
        if (free < size && least[free] == hash) {
            return;
        }
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
