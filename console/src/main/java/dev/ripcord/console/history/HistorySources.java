package dev.ripcord.console.history;

import dev.ripcord.console.replay.source.RecordSource;
import java.io.IOException;

/** Opens what the records of the past are read from: Kafka, and the archive where there is one. */
@FunctionalInterface
public interface HistorySources {
    /** @return for one replay; whoever asks closes it */
    RecordSource open() throws IOException, InterruptedException;
}
