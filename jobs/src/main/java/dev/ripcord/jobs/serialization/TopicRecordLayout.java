package dev.ripcord.jobs.serialization;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How a record of a topic is written between operators and into state: key, time, offset, and its value or none. */
public final class TopicRecordLayout {
    private static final int NO_VALUE = -1;

    private TopicRecordLayout() {}

    /** @param value null for a tombstone */
    public static void write(String key, byte[] value, long kafkaTime, long offset, DataOutputView target)
            throws IOException {
        target.writeUTF(key);
        target.writeLong(kafkaTime);
        target.writeLong(offset);
        target.writeInt(value == null ? NO_VALUE : value.length);
        if (value != null) {
            target.write(value);
        }
    }

    public static <R> R read(DataInputView source, TopicRecordShape<R> shape) throws IOException {
        String key = source.readUTF();
        long kafkaTime = source.readLong();
        long offset = source.readLong();
        int length = source.readInt();
        byte[] value = length == NO_VALUE ? null : new byte[length];
        if (value != null) {
            source.readFully(value);
        }
        return shape.of(key, value, kafkaTime, offset);
    }
}
