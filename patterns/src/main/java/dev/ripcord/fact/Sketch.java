package dev.ripcord.fact;

/**
 * A 64-bit sketch of a text (SimHash): texts that share most of their word triples have sketches that differ in few
 * bits. Letter case, white space and punctuation do not count.
 *
 * <p>Each bit of the sketch is the majority of that bit among the hashes of all triples. The 64 majorities are counted
 * side by side, one plane of bits for each binary digit: a triple costs some ten operations instead of 64 additions.
 */
final class Sketch {
    /**
     * Sketches that differ in at most so many bits stand for nearly equal texts, which share some nine tenths of their
     * triples. Sketches of unrelated texts differ in 32 bits, give or take 4. The 3 bits that searches for copied web
     * pages use are too few for what agents say: in a few sentences one other word changes more of them.
     */
    static final int NEAR_BITS = 10;

    /**
     * Shorter texts are nearly equal only where they have the same words: "read page 4" follows "read page 3" in good
     * order, and so few triples tell too little.
     */
    private static final int MIN_WORDS = 8;

    private static final int PLANES = 16;
    private static final int MAX_CHARACTERS = 32_768;

    private final long[] planes = new long[PLANES];
    private int features;
    private int words;
    private long word;
    private long all;
    private long oneBefore;
    private long twoBefore;

    /** @return the sketch of the first 32,768 characters; never {@link CanonicalHash#NONE} */
    static long of(CharSequence text) {
        Sketch sketch = new Sketch();
        int length = Math.min(text.length(), MAX_CHARACTERS);
        for (int index = 0; index < length; index++) {
            sketch.read(WordHash.part(text.charAt(index)));
        }
        sketch.endWord();
        if (sketch.words == 0) {
            return CanonicalHash.ofText(text);
        }
        return sketch.words < MIN_WORDS ? present(WordHash.mixed(sketch.all)) : sketch.majority();
    }

    static boolean areNear(long sketch, long other) {
        return Long.bitCount(sketch ^ other) <= NEAR_BITS;
    }

    private void read(char character) {
        if (character == WordHash.NO_PART) {
            endWord();
        } else if (Character.isIdeographic(character)) {
            // Chinese and Japanese put no spaces: each such character is a word.
            endWord();
            word = character;
            endWord();
        } else {
            word = WordHash.with(word, character);
        }
    }

    private void endWord() {
        if (word == 0) {
            return;
        }
        words++;
        all = WordHash.with(all, word);
        if (words >= 3) {
            add(WordHash.mixed(WordHash.with(WordHash.with(twoBefore, oneBefore), word)));
        }
        twoBefore = oneBefore;
        oneBefore = word;
        word = 0;
    }

    /** One more hash that votes on each bit. */
    void add(long feature) {
        long carry = feature;
        for (int plane = 0; carry != 0 && plane < PLANES; plane++) {
            long sum = planes[plane] ^ carry;
            carry &= planes[plane];
            planes[plane] = sum;
        }
        features++;
    }

    /** @return the bits that more than half of the features have set */
    long majority() {
        long more = 0;
        long equal = -1;
        for (int plane = PLANES - 1; plane >= 0; plane--) {
            long half = -(features / 2 >>> plane & 1);
            more |= equal & planes[plane] & ~half;
            equal &= ~(planes[plane] ^ half);
        }
        return present(more);
    }

    private static long present(long sketch) {
        return sketch == CanonicalHash.NONE ? 1 : sketch;
    }
}
