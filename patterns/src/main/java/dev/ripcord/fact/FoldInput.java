package dev.ripcord.fact;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;

/** Reads what {@link FoldOutput} wrote, and refuses what it cannot have written. */
final class FoldInput {
    /** The first version of the state that tells times by their distance from the session's clock. */
    private static final int WITH_DISTANCES = 3;

    private final DataInput in;
    private final int version;
    private long[] fingerprints = new long[64];
    private int known;
    private long now;

    /** @param version of the state that is read */
    FoldInput(DataInput in, int version) {
        this.in = in;
        this.version = version;
    }

    int version() {
        return version;
    }

    boolean nothing() throws IOException {
        return !flag();
    }

    boolean flag() throws IOException {
        return in.readBoolean();
    }

    boolean[] flags(int number) throws IOException {
        int bits = size((1 << number) - 1);
        boolean[] flags = new boolean[number];
        for (int index = 0; index < number; index++) {
            flags[index] = (bits >>> index & 1) != 0;
        }
        return flags;
    }

    long count() throws IOException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = in.readByte();
            number |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw new IOException("a number in the state of a session has more than 10 bytes");
    }

    /** @return a count that is at most the maximum */
    int size(int maximum) throws IOException {
        long size = count();
        if (size < 0 || size > maximum) {
            throw new IOException(
                    "the state of a session has " + size + " entries where at most " + maximum + " are kept");
        }
        return (int) size;
    }

    long signed() throws IOException {
        long number = count();
        return number >>> 1 ^ -(number & 1);
    }

    /** @param clock as it was told to {@link FoldOutput#now} */
    void now(long clock) {
        now = clock;
    }

    long time() throws IOException {
        return version < WITH_DISTANCES ? signed() : now + signed();
    }

    long fingerprint() throws IOException {
        int reference = size(FoldOutput.MAX_FINGERPRINTS);
        if (reference == 0) {
            return remember(in.readLong());
        }
        if (reference > known) {
            throw new IOException("the state of a session refers to fingerprint " + reference + " of " + known);
        }
        return fingerprints[reference - 1];
    }

    char mark() throws IOException {
        return in.readChar();
    }

    String text() throws IOException {
        return nothing() ? null : in.readUTF();
    }

    private long remember(long fingerprint) {
        if (known == fingerprints.length) {
            fingerprints = Arrays.copyOf(fingerprints, known * 2);
        }
        fingerprints[known++] = fingerprint;
        return fingerprint;
    }
}
