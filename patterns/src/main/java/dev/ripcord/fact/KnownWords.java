package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Words that come again and again, each made into a String once: that is the same String then, with its hash known.
 * Every word has one place, which the latest word of that place holds. Not for several threads.
 */
final class KnownWords {
    private static final int PLACES = 1 << 14;

    /** A longer word is hardly one that comes again. */
    private static final int LONGEST = 128;

    private final String[] words = new String[PLACES];
    private final byte[][] spelled = new byte[PLACES][];

    /** @return the word that stands there in UTF-8 */
    String word(byte[] bytes, int from, int length) {
        if (length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int place = place(bytes, from, length);
        byte[] known = spelled[place];
        if (known == null || !Arrays.equals(known, 0, known.length, bytes, from, from + length)) {
            spelled[place] = Arrays.copyOfRange(bytes, from, from + length);
            words[place] = EventTypes.canonical(new String(bytes, from, length, StandardCharsets.UTF_8));
        }
        return words[place];
    }

    /** Multiplies as Fibonacci hashing does (Knuth, The Art of Computer Programming 6.4), eight bytes at a time. */
    private static int place(byte[] bytes, int from, int length) {
        long hash = length;
        int at = from;
        int end = from + length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = mixed(hash ^ (long) DigestWriter.LONG.get(bytes, at));
        }
        for (; at < end; at++) {
            hash = mixed(hash ^ bytes[at]);
        }
        return (int) (hash >>> Long.SIZE - 14);
    }

    private static long mixed(long hash) {
        long product = hash * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 32;
    }
}
