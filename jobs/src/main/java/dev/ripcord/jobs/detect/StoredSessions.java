package dev.ripcord.jobs.detect;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.Expiry;
import dev.ripcord.detection.SessionState;
import dev.ripcord.detection.SessionStateWriter;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.operators.KeyContext;

/** A subtask's sessions in keyed state, one value each. Sets the key for each access itself. */
final class StoredSessions {
    static final ValueStateDescriptor<WrittenSession> DESCRIPTOR =
            new ValueStateDescriptor<>("session", SessionStateSerializer.TYPE);

    private static final int USUAL_BYTES = 4 * 1024;

    /** The buffer of a session above is not kept for the others. */
    private static final int MOST_KEPT_BYTES = 1024 * 1024;

    private final ValueState<WrittenSession> state;
    private final KeyContext keys;
    private final DetectionLimits limits;
    private final SessionStateWriter writer = new SessionStateWriter();
    private final DataInputDeserializer in = new DataInputDeserializer();
    private DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);

    StoredSessions(ValueState<WrittenSession> state, KeyContext keys, DetectionLimits limits) {
        this.state = state;
        this.keys = keys;
        this.limits = limits;
    }

    /** @return a new object each time; null where there is no such session */
    SessionState read(SessionKey key) throws IOException {
        keys.setCurrentKey(key);
        WrittenSession written = state.value();
        if (written == null) {
            return null;
        }
        in.setBuffer(written.bytes());
        return SessionState.read(in, limits);
    }

    /** @return when the session is over, without reading the rest; empty where there is none */
    Optional<Expiry> expiry(SessionKey key) throws IOException {
        keys.setCurrentKey(key);
        WrittenSession written = state.value();
        if (written == null) {
            return Optional.empty();
        }
        in.setBuffer(written.bytes());
        return Optional.of(SessionState.readExpiry(in, limits));
    }

    void write(SessionState session) throws IOException {
        out.clear();
        writer.write(session, out);
        keys.setCurrentKey(session.key());
        state.update(new WrittenSession(out.getCopyOfBuffer()));
        if (out.length() > MOST_KEPT_BYTES) {
            out = new DataOutputSerializer(USUAL_BYTES);
        }
    }

    void clear(SessionKey key) {
        keys.setCurrentKey(key);
        state.clear();
    }
}
