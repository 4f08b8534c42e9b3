package dev.ripcord.jobs.detect;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.SessionState;
import dev.ripcord.jobs.serialization.SerializedType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A session's state as one value. What the bytes mean, and how older ones are read, is {@link SessionState}'s own
 * affair; here stands only its length, so that a value can be passed over without being understood.
 */
public final class SessionStateSerializer extends TypeSerializer<SessionState> {
    private final DetectionLimits limits;

    public SessionStateSerializer(DetectionLimits limits) {
        this.limits = limits;
    }

    public static SerializedType<SessionState> typeOf(DetectionLimits limits) {
        return new SerializedType<>(SessionState.class, new SessionStateSerializer(limits));
    }

    @Override
    public void serialize(SessionState session, DataOutputView target) throws IOException {
        byte[] value = bytes(session);
        target.writeInt(value.length);
        target.write(value);
    }

    @Override
    public SessionState deserialize(DataInputView source) throws IOException {
        byte[] value = new byte[source.readInt()];
        source.readFully(value);
        return read(value);
    }

    @Override
    public SessionState deserialize(SessionState reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    /** Deep, through the bytes: the heap backend hands out the live object while a snapshot still needs the old one. */
    @Override
    public SessionState copy(SessionState from) {
        try {
            return read(bytes(from));
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    @Override
    public SessionState copy(SessionState from, SessionState reuse) {
        return copy(from);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        int length = source.readInt();
        target.writeInt(length);
        target.write(source, length);
    }

    private static byte[] bytes(SessionState session) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        session.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private SessionState read(byte[] value) throws IOException {
        return SessionState.read(new DataInputStream(new ByteArrayInputStream(value)), limits);
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializer<SessionState> duplicate() {
        return this;
    }

    @Override
    public SessionState createInstance() {
        return null;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionStateSerializer that && limits.equals(that.limits);
    }

    @Override
    public int hashCode() {
        return limits.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<SessionState> snapshotConfiguration() {
        return new SessionStateSnapshot();
    }
}
