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
    private final DigestWriter writer = new DigestWriter();
    private final DigestReader reader = new DigestReader();
    private byte[] scratch = {};

    public void write(DigestedEvent event, DataOutput out) throws IOException {
        writer.write(event);
        out.writeInt(writer.size());
        out.write(writer.bytes(), 0, writer.size());
        out.writeInt(event.bytes().length);
        out.write(event.bytes());
    }

    public DigestedEvent read(DataInput in) throws IOException {
        int size = in.readInt();
        if (size > scratch.length) {
            scratch = new byte[size * 2];
        }
        in.readFully(scratch, 0, size);
        byte[] record = new byte[in.readInt()];
        in.readFully(record);
        return reader.read(scratch, record);
    }
}
