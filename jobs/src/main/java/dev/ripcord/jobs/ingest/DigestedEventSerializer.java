package dev.ripcord.jobs.ingest;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.DigestedEventCodec;
import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Carries digested events between operators of the same job. Each duplicate works for one thread. */
public class DigestedEventSerializer extends RecordSerializer<DigestedEvent> {
    public static final SerializedType<DigestedEvent> TYPE =
            new SerializedType<>(DigestedEvent.class, new DigestedEventSerializer());

    private transient DigestedEventCodec codec;

    protected DigestedEventCodec newCodec() {
        return new DigestedEventCodec(false);
    }

    @Override
    public final void serialize(DigestedEvent event, DataOutputView target) throws IOException {
        codec().write(event, target);
    }

    @Override
    public final DigestedEvent deserialize(DataInputView source) throws IOException {
        return codec().read(source);
    }

    @Override
    public DigestedEventSerializer duplicate() {
        return new DigestedEventSerializer();
    }

    private DigestedEventCodec codec() {
        if (codec == null) {
            codec = newCodec();
        }
        return codec;
    }

    @Override
    public TypeSerializerSnapshot<DigestedEvent> snapshotConfiguration() {
        throw new UnsupportedOperationException("a digested event travels between operators, it is not state");
    }
}
