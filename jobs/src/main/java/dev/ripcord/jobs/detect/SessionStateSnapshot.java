package dev.ripcord.jobs.detect;

import dev.ripcord.detection.SessionState;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Names the newest layout that a session in the savepoint can have. Each value names its own as well; here it stands so
 * that a savepoint of a newer Ripcord is refused when it is restored, and not at some session's next event.
 *
 * <p>Savepoints hold the name of this class. The first version of it named no layout: whoever wrote it knew
 * {@value #NEWEST_BEFORE_IT_WAS_NAMED} at most.
 */
public final class SessionStateSnapshot implements TypeSerializerSnapshot<WrittenSession> {
    private static final int VERSION = 2;
    private static final int NAMES_THE_LAYOUT = 2;
    private static final int NEWEST_BEFORE_IT_WAS_NAMED = 2;

    private int layout = SessionState.LAYOUT_VERSION;

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeInt(layout);
    }

    @Override
    public void readSnapshot(int readVersion, DataInputView in, ClassLoader userCodeClassLoader) throws IOException {
        if (readVersion > VERSION) {
            throw new IOException("this savepoint was written by a newer Ripcord (version " + readVersion
                    + " of how sessions are kept; this one reads up to " + VERSION + ")");
        }
        layout = readVersion < NAMES_THE_LAYOUT ? NEWEST_BEFORE_IT_WAS_NAMED : in.readInt();
        if (layout > SessionState.LAYOUT_VERSION) {
            throw new IOException("this savepoint was written by a newer Ripcord: its sessions have layout " + layout
                    + ", and this one reads up to layout " + SessionState.LAYOUT_VERSION
                    + ". Restore it with that Ripcord, or start from an older savepoint.");
        }
    }

    @Override
    public TypeSerializer<WrittenSession> restoreSerializer() {
        return SessionStateSerializer.INSTANCE;
    }

    @Override
    public TypeSerializerSchemaCompatibility<WrittenSession> resolveSchemaCompatibility(
            TypeSerializerSnapshot<WrittenSession> written) {
        return written instanceof SessionStateSnapshot
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}
