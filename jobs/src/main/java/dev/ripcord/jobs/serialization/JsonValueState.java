package dev.ripcord.jobs.serialization;

import dev.ripcord.json.Json;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

/**
 * One value of an operator at parallelism 1: a version byte and JSON, of which keys may be added and none may change its
 * meaning.
 */
public final class JsonValueState<T> {
    private static final byte VERSION = 1;

    private final String name;
    private final Class<T> type;
    private final ListState<byte[]> state;

    /** @param name of the state: a savepoint knows it by that */
    public JsonValueState(OperatorStateStore store, String name, Class<T> type) throws Exception {
        this.name = name;
        this.type = type;
        this.state = store.getListState(
                new ListStateDescriptor<>(name, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    /**
     * @return empty for a job without state, and after a savepoint that does not have this one
     * @throws IllegalStateException where a newer version wrote it
     */
    public Optional<T> read() throws Exception {
        Iterator<byte[]> values = state.get().iterator();
        if (!values.hasNext()) {
            return Optional.empty();
        }
        byte[] value = values.next();
        if (value[0] != VERSION) {
            throw new IllegalStateException(
                    "state " + name + " has version " + value[0] + "; this Ripcord reads version " + VERSION);
        }
        return Optional.of(Json.read(Arrays.copyOfRange(value, 1, value.length), type));
    }

    public void write(T value) throws Exception {
        byte[] json = Json.bytes(value);
        byte[] written = new byte[json.length + 1];
        written[0] = VERSION;
        System.arraycopy(json, 0, written, 1, json.length);
        state.update(List.of(written));
    }
}
