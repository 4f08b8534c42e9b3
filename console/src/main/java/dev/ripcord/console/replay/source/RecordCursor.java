package dev.ripcord.console.replay.source;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Records one after another, none held longer than it is looked at. */
public interface RecordCursor extends AutoCloseable {
    RecordCursor NOTHING = () -> null;

    static RecordCursor of(List<LogRecord> records) {
        Iterator<LogRecord> left = records.iterator();
        return () -> left.hasNext() ? left.next() : null;
    }

    /** @return null at the end */
    LogRecord next() throws IOException, InterruptedException;

    @Override
    default void close() throws IOException {}
}
