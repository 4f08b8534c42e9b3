package dev.ripcord.fact;

import java.io.DataOutput;
import java.io.IOException;

/**
 * Writes the state of a fold in few bytes: small numbers take one, and a fingerprint that several facts keep is
 * written once and referred to after that.
 */
final class FoldOutput {
    /** More distinct fingerprints than all facts together keep. */
    static final int MAX_FINGERPRINTS = 16_384;

    private static final int NEW = 0;

    private final DataOutput out;
    private final WrittenFingerprints written;
    private long now;

    FoldOutput(DataOutput out) {
        this(out, new WrittenFingerprints());
    }

    /** @param written is cleared, and used */
    FoldOutput(DataOutput out, WrittenFingerprints written) {
        this.out = out;
        this.written = written;
        written.clear();
    }

    /** Says in one byte whether anything follows. @return the same */
    boolean nothing(boolean empty) throws IOException {
        flag(!empty);
        return empty;
    }

    void flag(boolean flag) throws IOException {
        out.writeBoolean(flag);
    }

    /** @param flags at most 7, for which they take one byte */
    void flags(boolean... flags) throws IOException {
        int bits = 0;
        for (int index = 0; index < flags.length; index++) {
            bits |= flags[index] ? 1 << index : 0;
        }
        count(bits);
    }

    /** @param count not negative, for which it takes least */
    void count(long count) throws IOException {
        long rest = count;
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    /** Near 0 on either side it takes least. */
    void signed(long number) throws IOException {
        count(number << 1 ^ number >> Long.SIZE - 1);
    }

    /** @param clock that of the session, from which {@link #time} tells how far away a time is */
    void now(long clock) {
        now = clock;
    }

    /** @param time of the session: near its clock it takes two or three bytes, where it would take six */
    void time(long time) throws IOException {
        signed(time - now);
    }

    void fingerprint(long fingerprint) throws IOException {
        int number = written.number(fingerprint);
        count(number);
        if (number == NEW) {
            out.writeLong(fingerprint);
        }
    }

    void mark(char mark) throws IOException {
        out.writeChar(mark);
    }

    /** @param text null for none */
    void text(String text) throws IOException {
        if (!nothing(text == null)) {
            out.writeUTF(text);
        }
    }
}
