package dev.ripcord.console.replay.source;

import java.io.IOException;

/** Records one after another, none held longer than it is looked at. */
public interface RecordCursor extends AutoCloseable {
    RecordCursor NOTHING = () -> null;

    /** @return null at the end */
    LogRecord next() throws IOException, InterruptedException;

    @Override
    default void close() throws IOException {}
}
