package dev.ripcord.fact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Words that come again and again, each made into a String once: that is the same String then, with its hash known.
 * Every word has one place, which the latest word of that place holds. Not for several threads.
 */
final class KnownWords {
    /** A longer word is hardly one that comes again. */
    private static final int LONGEST = 128;

    private final String[] words;
    private final byte[][] spelled;
    private final int shift;
    private final UnaryOperator<String> form;

    /**
     * @param places a power of two from 2; about twice as many as there are words
     * @param form in which a word is kept, equal to the word
     */
    KnownWords(int places, UnaryOperator<String> form) {
        this.words = new String[places];
        this.spelled = new byte[places][];
        this.shift = Long.numberOfLeadingZeros(places) + 1;
        this.form = form;
    }

    /** @return the word that stands there in UTF-8 */
    String word(byte[] bytes, int from, int length) {
        if (length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int place = (int) (hash(bytes, from, length) >>> shift);
        byte[] known = spelled[place];
        if (known == null || !Arrays.equals(known, 0, known.length, bytes, from, from + length)) {
            spelled[place] = Arrays.copyOfRange(bytes, from, from + length);
            words[place] = form.apply(new String(bytes, from, length, StandardCharsets.UTF_8));
        }
        return words[place];
    }

    /** Multiplies as Fibonacci hashing does (Knuth, The Art of Computer Programming 6.4), eight bytes at a time. */
    private static long hash(byte[] bytes, int from, int length) {
        long hash = length;
        int at = from;
        int end = from + length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = mixed(hash ^ (long) DigestWriter.LONG.get(bytes, at));
        }
        for (; at < end; at++) {
            hash = mixed(hash ^ bytes[at]);
        }
        return hash;
    }

    private static long mixed(long hash) {
        long product = hash * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 32;
    }
}
