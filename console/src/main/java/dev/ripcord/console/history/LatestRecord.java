package dev.ripcord.console.history;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import java.io.IOException;

/** Hands records on, and still knows the latest: an entry's JSON is what the record says, not how it was written. */
final class LatestRecord implements RecordCursor {
    private final RecordCursor records;
    private LogRecord latest;

    LatestRecord(RecordCursor records) {
        this.records = records;
    }

    @Override
    public LogRecord next() throws IOException, InterruptedException {
        // An archive does not wait for anything: a replay that is ended would go on to the session's last record.
        if (Thread.interrupted()) {
            throw new InterruptedException("the replay was ended");
        }
        latest = records.next();
        return latest;
    }

    LogRecord latest() {
        return latest;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
