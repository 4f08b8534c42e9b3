package dev.ripcord.jobs.detect;

import dev.ripcord.detection.SessionState;
import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A session's state as one value. What the bytes mean, and how older ones are read, is {@link SessionState}'s own
 * affair; here stands only their length.
 */
public final class SessionStateSerializer extends RecordSerializer<WrittenSession> {
    public static final SessionStateSerializer INSTANCE = new SessionStateSerializer();
    public static final SerializedType<WrittenSession> TYPE = new SerializedType<>(WrittenSession.class, INSTANCE);

    @Override
    public void serialize(WrittenSession session, DataOutputView target) throws IOException {
        target.writeInt(session.bytes().length);
        target.write(session.bytes());
    }

    @Override
    public WrittenSession deserialize(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return new WrittenSession(bytes);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        int length = source.readInt();
        target.writeInt(length);
        target.write(source, length);
    }

    @Override
    public TypeSerializerSnapshot<WrittenSession> snapshotConfiguration() {
        return new SessionStateSnapshot();
    }
}
