package dev.ripcord.jobs.kafka;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Lays records that were not written yet out in a snapshot. Empty is what a snapshot from before held: Flink's KafkaSink
 * stood here, which waits until all is written, and notes only who wrote.
 */
final class UnwrittenRecordSerializer implements SimpleVersionedSerializer<Optional<UnwrittenRecord>> {
    /** Above those of KafkaSink, whose first two are in use. */
    private static final int VERSION = 100;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(Optional<UnwrittenRecord> unwritten) throws IOException {
        UnwrittenRecord record = unwritten.orElseThrow();
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        write(record.key(), out);
        write(record.value(), out);
        out.writeInt(record.headers().size());
        for (var header : record.headers().entrySet()) {
            out.writeUTF(header.getKey());
            out.writeUTF(header.getValue());
        }
        return bytes.toByteArray();
    }

    private static void write(byte[] part, DataOutputStream out) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    @Override
    public Optional<UnwrittenRecord> deserialize(int version, byte[] serialized) throws IOException {
        if (version < VERSION) {
            return Optional.empty();
        }
        if (version > VERSION) {
            throw new IOException("records on their way have version " + version + "; this Ripcord reads " + VERSION);
        }
        var in = new DataInputStream(new ByteArrayInputStream(serialized));
        byte[] key = in.readNBytes(in.readInt());
        byte[] value = in.readNBytes(in.readInt());
        var headers = new LinkedHashMap<String, String>();
        for (int left = in.readInt(); left > 0; left--) {
            headers.put(in.readUTF(), in.readUTF());
        }
        return Optional.of(new UnwrittenRecord(key, value, headers));
    }
}
