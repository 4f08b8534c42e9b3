package dev.ripcord.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Numbers that are not negative and mostly small, seven bits to a byte. */
final class Counts {
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private Counts() {}

    static void write(DataOutput out, int count) throws IOException {
        int rest = count;
        while (rest >= MORE) {
            out.writeByte(rest & (MORE - 1) | MORE);
            rest >>>= BITS;
        }
        out.writeByte(rest);
    }

    /** @throws IOException where there stands more than the most that can have been written */
    static int read(DataInput in, int most) throws IOException {
        long count = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += BITS) {
            int part = in.readUnsignedByte();
            count |= (long) (part & (MORE - 1)) << shift;
            if (part < MORE) {
                if (count > most) {
                    throw new IOException("the state of a session holds " + count + " where " + most + " is the most");
                }
                return (int) count;
            }
        }
        throw new IOException("the state of a session holds a number of more than five bytes");
    }
}
