package dev.ripcord.fact;

/** Hashes of words and of what is made of words, for samples and sketches of texts. */
final class WordHash {
    /** Stands for a character that parts words. */
    static final char NO_PART = 0;

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    /** Most characters are looked up: asking the properties of each was most of the work on a text. */
    private static final char[] ASCII = new char[128];

    static {
        for (char character = 0; character < ASCII.length; character++) {
            ASCII[character] = lookedAt(character);
        }
    }

    private WordHash() {}

    /** @return the character in lower case where it is a letter or digit, else {@link #NO_PART} */
    static char part(char character) {
        return character < ASCII.length ? ASCII[character] : lookedAt(character);
    }

    private static char lookedAt(char character) {
        char lower = Character.toLowerCase(character);
        return Character.isLetterOrDigit(lower) ? lower : NO_PART;
    }

    /** @return the hash of what was read so far, with one more character or word */
    static long with(long hash, long next) {
        return hash * PRIME + next;
    }

    /** Spreads what was read over all bits. */
    static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }
}
