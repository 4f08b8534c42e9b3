package dev.ripcord.fact;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Carries a digested event from the thread that decoded it to the one that keeps its session: the digest, and the
 * record's own bytes behind it, which are parsed again only where a condition asks for the payload. Not for state, and
 * not for several threads.
 */
public final class DigestedEventCodec {
    /** A larger record than this is rare, and is not to keep its room for ever. */
    private static final int LARGEST_KEPT = 1 << 16;

    private final DigestWriter writer = new DigestWriter();
    private final DigestReader reader = new DigestReader();
    private final boolean lending;
    private byte[] scratch = {};
    private byte[] value = {};

    /**
     * @param lending whether an event that is read is good only until the next one is: its payload lies where the next
     *     one's will. A record is half a kilobyte that is hardly ever looked at; memory of its own for each pushes the
     *     sessions out of the caches
     */
    public DigestedEventCodec(boolean lending) {
        this.lending = lending;
    }

    public void write(DigestedEvent event, DataOutput out) throws IOException {
        writer.write(event);
        out.writeInt(writer.size());
        out.write(writer.bytes(), 0, writer.size());
        out.writeInt(event.length());
        out.write(event.bytes(), 0, event.length());
    }

    public DigestedEvent read(DataInput in) throws IOException {
        int size = in.readInt();
        if (size > scratch.length) {
            scratch = new byte[size * 2];
        }
        in.readFully(scratch, 0, size);
        int length = in.readInt();
        byte[] record = room(length);
        in.readFully(record, 0, length);
        return reader.read(scratch, record, length);
    }

    private byte[] room(int length) {
        if (!lending || length > LARGEST_KEPT) {
            return new byte[length];
        }
        if (length > value.length) {
            value = new byte[Math.min(LARGEST_KEPT, length * 2)];
        }
        return value;
    }
}
