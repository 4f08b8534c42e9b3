package dev.ripcord.jobs.detect;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.SessionState;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Says that every session written so far can be read as it is: each value names the version of its own layout. */
public final class SessionStateSnapshot implements TypeSerializerSnapshot<SessionState> {
    private static final int VERSION = 1;

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {}

    @Override
    public void readSnapshot(int readVersion, DataInputView in, ClassLoader userCodeClassLoader) throws IOException {
        if (readVersion > VERSION) {
            throw new IOException("this savepoint was written by a newer Ripcord (session state version " + readVersion
                    + "; this one reads up to " + VERSION + ")");
        }
    }

    /** The limits are those of the job that reads, so any will do here. */
    @Override
    public TypeSerializer<SessionState> restoreSerializer() {
        return new SessionStateSerializer(DetectionLimits.DEFAULT);
    }

    @Override
    public TypeSerializerSchemaCompatibility<SessionState> resolveSchemaCompatibility(
            TypeSerializerSnapshot<SessionState> written) {
        return written instanceof SessionStateSnapshot
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}
