package dev.ripcord.fact;

/**
 * A 64-bit sketch of a text (SimHash): texts that share most of their word triples have sketches that differ in few
 * bits. Letter case, white space and punctuation do not count.
 *
 * <p>Each bit of the sketch is the majority of that bit among the hashes of all triples. The 64 majorities are counted
 * side by side, one plane of bits for each binary digit: a triple costs some ten operations instead of 64 additions.
 */
final class Sketch {
    /** Sketches that differ in at most so many bits stand for nearly equal texts. */
    static final int NEAR_BITS = 3;

    private static final int PLANES = 16;
    private static final int MAX_CHARACTERS = 32_768;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final long[] planes = new long[PLANES];
    private int features;
    private int words;
    private long word;
    private long oneBefore;
    private long twoBefore;

    /** @return the sketch of the first 32,768 characters; never {@link CanonicalHash#NONE} */
    static long of(CharSequence text) {
        Sketch sketch = new Sketch();
        int length = Math.min(text.length(), MAX_CHARACTERS);
        for (int index = 0; index < length; index++) {
            sketch.read(Character.toLowerCase(text.charAt(index)));
        }
        sketch.endWord();
        return sketch.words == 0 ? CanonicalHash.ofText(text) : sketch.majority();
    }

    static boolean areNear(long sketch, long other) {
        return Long.bitCount(sketch ^ other) <= NEAR_BITS;
    }

    private void read(char character) {
        if (!Character.isLetterOrDigit(character)) {
            endWord();
        } else if (Character.isIdeographic(character)) {
            // Chinese and Japanese put no spaces: each such character is a word.
            endWord();
            word = character;
            endWord();
        } else {
            word = word * PRIME + character;
        }
    }

    private void endWord() {
        if (word == 0) {
            return;
        }
        words++;
        if (words >= 3) {
            add(mix((twoBefore * PRIME + oneBefore) * PRIME + word));
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
        if (features == 0) {
            addWords();
        }
        long more = 0;
        long equal = -1;
        for (int plane = PLANES - 1; plane >= 0; plane--) {
            long half = -(features / 2 >>> plane & 1);
            more |= equal & planes[plane] & ~half;
            equal &= ~(planes[plane] ^ half);
        }
        return more == CanonicalHash.NONE ? 1 : more;
    }

    /** Fewer than three words have no triple: the words themselves, in their order. */
    private void addWords() {
        add(mix(oneBefore));
        if (words == 2) {
            add(mix(twoBefore * PRIME));
        }
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 32) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }
}
