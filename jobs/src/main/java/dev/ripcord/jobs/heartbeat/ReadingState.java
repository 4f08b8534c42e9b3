package dev.ripcord.jobs.heartbeat;

import dev.ripcord.json.Json;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

/**
 * Where it is kept how far each partition is read, since one in which nothing comes never tells again: one value, a
 * version byte and JSON.
 */
final class ReadingState {
    private static final byte VERSION = 1;

    private final ListState<byte[]> state;

    ReadingState(OperatorStateStore store) throws Exception {
        state = store.getListState(
                new ListStateDescriptor<>("read-up-to", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    /** @return empty for a job without state, and after a savepoint of a version that did not keep it */
    Optional<List<ReadUpTo>> read() throws Exception {
        Iterator<byte[]> values = state.get().iterator();
        if (!values.hasNext()) {
            return Optional.empty();
        }
        byte[] value = values.next();
        if (value[0] != VERSION) {
            throw new IllegalStateException(
                    "progress of version " + value[0] + "; this Ripcord reads version " + VERSION);
        }
        return Optional.of(List.of(Json.read(Arrays.copyOfRange(value, 1, value.length), ReadUpTo[].class)));
    }

    void write(Collection<ReadUpTo> partitions) throws Exception {
        byte[] json = Json.bytes(partitions);
        byte[] value = new byte[json.length + 1];
        value[0] = VERSION;
        System.arraycopy(json, 0, value, 1, json.length);
        state.update(List.of(value));
    }
}
