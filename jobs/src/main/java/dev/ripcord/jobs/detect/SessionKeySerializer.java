package dev.ripcord.jobs.detect;

import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Tenant, then session; both are limited in length when the event is decoded. */
public final class SessionKeySerializer extends RecordSerializer<SessionKey> {
    public static final SessionKeySerializer INSTANCE = new SessionKeySerializer();
    public static final SerializedType<SessionKey> TYPE = new SerializedType<>(SessionKey.class, INSTANCE);

    @Override
    public void serialize(SessionKey key, DataOutputView target) throws IOException {
        target.writeUTF(key.tenant());
        target.writeUTF(key.session());
    }

    @Override
    public SessionKey deserialize(DataInputView source) throws IOException {
        return new SessionKey(source.readUTF(), source.readUTF());
    }

    @Override
    public TypeSerializerSnapshot<SessionKey> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Nothing to tell: the layout has one version. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SessionKey> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
