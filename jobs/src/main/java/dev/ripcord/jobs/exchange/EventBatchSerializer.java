package dev.ripcord.jobs.exchange;

import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.Arrays;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Carries batches to an operator that is done with one before it reads the next: their bytes lie in the same place.
 * Memory of its own for each would push the sessions out of the processor's caches. Not for what Flink sorts or keeps
 * on the way, as it does in bounded jobs. Each duplicate works for one thread.
 */
final class EventBatchSerializer extends RecordSerializer<EventBatch> {
    static final SerializedType<EventBatch> TYPE = new SerializedType<>(EventBatch.class, new EventBatchSerializer());

    private transient byte[] room;

    @Override
    public void serialize(EventBatch batch, DataOutputView target) throws IOException {
        target.writeUTF(batch.session().tenant());
        target.writeUTF(batch.session().session());
        target.writeInt(batch.length());
        target.write(batch.bytes(), 0, batch.length());
    }

    @Override
    public EventBatch deserialize(DataInputView source) throws IOException {
        SessionKey session = new SessionKey(source.readUTF(), source.readUTF());
        int length = source.readInt();
        byte[] bytes = room(length);
        source.readFully(bytes, 0, length);
        return new EventBatch(session, bytes, length);
    }

    /** That of an event which is a batch alone, being so large, is not kept. */
    private byte[] room(int length) {
        if (length > Gathered.MOST_KEPT_BYTES) {
            return new byte[length];
        }
        if (room == null) {
            room = new byte[Gathered.MOST_KEPT_BYTES];
        }
        return room;
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public EventBatch copy(EventBatch from) {
        return new EventBatch(from.session(), Arrays.copyOf(from.bytes(), from.length()), from.length());
    }

    @Override
    public EventBatch copy(EventBatch from, EventBatch reuse) {
        return copy(from);
    }

    @Override
    public EventBatchSerializer duplicate() {
        return new EventBatchSerializer();
    }

    @Override
    public TypeSerializerSnapshot<EventBatch> snapshotConfiguration() {
        throw new UnsupportedOperationException("a batch travels between operators, it is not state");
    }
}
