package dev.ripcord.jobs.decide;

import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A version byte, then ids, halts and the newest time. */
final class ScopeDecisionsSerializer extends RecordSerializer<ScopeDecisions> {
    static final ScopeDecisionsSerializer INSTANCE = new ScopeDecisionsSerializer();
    static final SerializedType<ScopeDecisions> TYPE = new SerializedType<>(ScopeDecisions.class, INSTANCE);

    private static final int VERSION = 1;

    @Override
    public void serialize(ScopeDecisions scope, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        target.writeInt(scope.signalIds().size());
        for (String id : scope.signalIds()) {
            target.writeUTF(id);
        }
        target.writeInt(scope.haltedAt().size());
        for (Map.Entry<String, Long> halt : scope.haltedAt().entrySet()) {
            target.writeUTF(halt.getKey());
            target.writeLong(halt.getValue());
        }
        target.writeLong(scope.newest());
    }

    @Override
    public ScopeDecisions deserialize(DataInputView source) throws IOException {
        int version = source.readByte();
        if (version != VERSION) {
            throw new IOException("decisions of version " + version + "; this Ripcord reads version " + VERSION);
        }
        int ids = source.readInt();
        List<String> signalIds = new ArrayList<>(ids);
        for (int i = 0; i < ids; i++) {
            signalIds.add(source.readUTF());
        }
        int halts = source.readInt();
        Map<String, Long> haltedAt = new TreeMap<>();
        for (int i = 0; i < halts; i++) {
            haltedAt.put(source.readUTF(), source.readLong());
        }
        return new ScopeDecisions(signalIds, haltedAt, source.readLong());
    }

    @Override
    public TypeSerializerSnapshot<ScopeDecisions> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Nothing to tell: each value names its own version. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ScopeDecisions> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
