package dev.ripcord.jobs.serialization;

import dev.ripcord.json.Json;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Carries the few records that leave the job (signals, halts, summaries) between operators as the JSON that their
 * topics get: their schema is the public contract already.
 *
 * <p>Not for state: it has no snapshot that could tell versions apart.
 */
public final class JsonSerializer<T> extends RecordSerializer<T> {
    private final Class<T> type;

    private JsonSerializer(Class<T> type) {
        this.type = type;
    }

    public static <T> SerializedType<T> typeOf(Class<T> type) {
        return new SerializedType<>(type, new JsonSerializer<>(type));
    }

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        byte[] json = Json.bytes(value);
        target.writeInt(json.length);
        target.write(json);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        byte[] json = new byte[source.readInt()];
        source.readFully(json);
        return Json.read(json, type);
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        throw new UnsupportedOperationException(type.getSimpleName() + " travels between operators, it is not state");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonSerializer<?> that && type.equals(that.type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }
}
