package dev.ripcord.jobs.exchange;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.DigestedEventCodec;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;

/** The events of a batch, each of which is good until the next one is read. Used by one thread. */
public final class BatchReader {
    private final DigestedEventCodec codec = new DigestedEventCodec(true);
    private final DataInputDeserializer in = new DataInputDeserializer();

    /** Begins a batch, whatever was left of the one before. */
    public void begin(EventBatch batch) {
        in.setBuffer(batch.bytes(), 0, batch.length());
    }

    /** @return null where there is no further one */
    public DigestedEvent next() throws IOException {
        return in.available() == 0 ? null : codec.read(in);
    }
}
