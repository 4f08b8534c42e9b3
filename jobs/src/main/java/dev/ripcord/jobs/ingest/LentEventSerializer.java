package dev.ripcord.jobs.ingest;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.DigestedEventCodec;
import dev.ripcord.jobs.serialization.SerializedType;

/**
 * Carries digested events to an operator that deals with each at once and keeps none: an event that was read is good
 * until the next one is read. Not for what Flink sorts or keeps on the way, as it does in bounded jobs: it reads ahead.
 */
public final class LentEventSerializer extends DigestedEventSerializer {
    public static final SerializedType<DigestedEvent> TYPE =
            new SerializedType<>(DigestedEvent.class, new LentEventSerializer());

    @Override
    DigestedEventCodec newCodec() {
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
