package dev.ripcord.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.detection.SessionState;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What a savepoint says of how its sessions are written. {@link RestoredSavepointTest} finds them in it. */
class SessionStateSnapshotTest {
    private static final String NAME = "dev.ripcord.jobs.detect.SessionStateSnapshot";
    private static final int NAMES_NO_LAYOUT = 1;
    private static final int NAMES_THE_LAYOUT = 2;

    @Test
    void whatIsWrittenTodayIsReadBackByTheNameThatSavepointsHold() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, SessionStateSerializer.INSTANCE.snapshotConfiguration());
        assertReadable(out);
    }

    @Test
    void theFirstVersionNamedNoLayout() throws IOException {
        assertReadable(written(NAMES_NO_LAYOUT));
    }

    @Test
    void aSavepointOfANewerRipcordIsRefusedWithBothLayouts() throws IOException {
        DataOutputSerializer newer = written(NAMES_THE_LAYOUT);
        newer.writeInt(99);
        assertThatThrownBy(() -> read(newer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("written by a newer Ripcord")
                .hasMessageContaining("layout 99")
                .hasMessageContaining("up to layout " + SessionState.LAYOUT_VERSION);
        assertThatThrownBy(() -> read(written(99))).hasMessageContaining("written by a newer Ripcord (version 99");
    }

    private static DataOutputSerializer written(int version) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeUTF(NAME);
        out.writeInt(version);
        return out;
    }

    private static void assertReadable(DataOutputSerializer written) throws IOException {
        TypeSerializerSnapshot<WrittenSession> read = read(written);
        assertThat(read.restoreSerializer()).isEqualTo(SessionStateSerializer.INSTANCE);
        assertThat(SessionStateSerializer.INSTANCE
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(read)
                        .isCompatibleAsIs())
                .isTrue();
    }

    private static TypeSerializerSnapshot<WrittenSession> read(DataOutputSerializer written) throws IOException {
        return TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(written.getCopyOfBuffer()), SessionStateSnapshotTest.class.getClassLoader());
    }
}
