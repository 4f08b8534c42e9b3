package dev.ripcord.jobs.decide;

import dev.ripcord.decision.WiderDecisions.Kept;
import dev.ripcord.json.Json;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

/** Where what decisions know across scopes is kept: one value, a version byte and JSON. */
final class WiderState {
    private static final byte VERSION = 1;

    private final ListState<byte[]> state;

    WiderState(OperatorStateStore store) throws Exception {
        state = store.getListState(new ListStateDescriptor<>(
                "wider-decisions", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    Kept read() throws Exception {
        Iterator<byte[]> values = state.get().iterator();
        if (!values.hasNext()) {
            return Kept.NOTHING;
        }
        byte[] value = values.next();
        if (value[0] != VERSION) {
            throw new IllegalStateException(
                    "wider decisions of version " + value[0] + "; this Ripcord reads version " + VERSION);
        }
        return Json.read(Arrays.copyOfRange(value, 1, value.length), Kept.class);
    }

    void write(Kept kept) throws Exception {
        byte[] json = Json.bytes(kept);
        byte[] value = new byte[json.length + 1];
        value[0] = VERSION;
        System.arraycopy(json, 0, value, 1, json.length);
        state.update(List.of(value));
    }
}
