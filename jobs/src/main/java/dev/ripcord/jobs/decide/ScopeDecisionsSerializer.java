package dev.ripcord.jobs.decide;

import dev.ripcord.decision.ScopeDecisions;
import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A version byte, then JSON. Version 1, of a time when halts were not followed yet, is still read. */
final class ScopeDecisionsSerializer extends RecordSerializer<ScopeDecisions> {
    static final ScopeDecisionsSerializer INSTANCE = new ScopeDecisionsSerializer();
    static final SerializedType<ScopeDecisions> TYPE = new SerializedType<>(ScopeDecisions.class, INSTANCE);

    private static final int BEFORE_HALTS_WERE_FOLLOWED = 1;
    private static final int VERSION = 2;

    @Override
    public void serialize(ScopeDecisions scope, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        byte[] json = Json.bytes(scope);
        target.writeInt(json.length);
        target.write(json);
    }

    @Override
    public ScopeDecisions deserialize(DataInputView source) throws IOException {
        int version = source.readByte();
        return switch (version) {
            case BEFORE_HALTS_WERE_FOLLOWED -> idsAndHalts(source);
            case VERSION -> json(source);
            default -> throw new IOException(
                    "decisions of version " + version + "; this Ripcord reads versions 1 to " + VERSION);
        };
    }

    private static ScopeDecisions json(DataInputView source) throws IOException {
        byte[] json = new byte[source.readInt()];
        source.readFully(json);
        return Json.read(json, ScopeDecisions.class);
    }

    private static ScopeDecisions idsAndHalts(DataInputView source) throws IOException {
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
        return ScopeDecisions.of(signalIds, haltedAt, source.readLong());
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
