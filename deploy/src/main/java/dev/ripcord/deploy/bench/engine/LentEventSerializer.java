package dev.ripcord.deploy.bench.engine;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.DigestedEventCodec;
import dev.ripcord.jobs.ingest.DigestedEventSerializer;
import dev.ripcord.jobs.serialization.SerializedType;

/**
 * Events one by one over Flink's exchange, each in the place of the one before: what the engines that Ripcord is held
 * against gain most by.
 */
final class LentEventSerializer extends DigestedEventSerializer {
    static final SerializedType<DigestedEvent> TYPE =
            new SerializedType<>(DigestedEvent.class, new LentEventSerializer());

    @Override
    protected DigestedEventCodec newCodec() {
        return new DigestedEventCodec(true);
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public DigestedEvent copy(DigestedEvent from) {
        return from.owned();
    }

    @Override
    public DigestedEvent copy(DigestedEvent from, DigestedEvent reuse) {
        return from.owned();
    }

    @Override
    public LentEventSerializer duplicate() {
        return new LentEventSerializer();
    }
}
