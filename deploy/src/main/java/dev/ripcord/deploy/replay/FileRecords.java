package dev.ripcord.deploy.replay;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.console.replay.source.RecordSource;
import dev.ripcord.console.replay.source.Relative;
import dev.ripcord.deploy.events.Line;
import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Events in a file of JSON Lines, as a log of one partition without the broker's times. It has no signals, halts or
 * patterns. Sessions beside the one that is read are noted on the way: a file is read once, and standard input cannot be
 * read again.
 */
public final class FileRecords implements RecordSource {
    /** Enough to find a name that somebody mistyped. */
    private static final int MOST_SESSIONS = 10_000;

    private final LineFile file;
    private final Map<String, Relative> relatives = new TreeMap<>();
    private final TreeSet<String> sessions = new TreeSet<>();
    private long unreadable;
    private String firstUnreadable;

    public FileRecords(LineFile file) {
        this.file = file;
    }

    @Override
    public RecordCursor open(Topic topic, SessionKey session) throws IOException {
        return topic == Topic.EVENTS ? new Events(file.lines(), session) : RecordCursor.NOTHING;
    }

    /** The session's lines. */
    private final class Events implements RecordCursor {
        private final LineFile.Lines lines;
        private final SessionKey session;
        private long offset;

        Events(LineFile.Lines lines, SessionKey session) {
            this.lines = lines;
            this.session = session;
        }

        @Override
        public LogRecord next() throws IOException {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                var position = new Position(0, offset++);
                if (belongs(line, session)) {
                    return new LogRecord(position, null, null, line.bytes());
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private boolean belongs(Line line, SessionKey session) {
        if (EventDecoder.decode(line.bytes()) instanceof Decoded.Readable readable) {
            note(readable.event(), session);
            return readable.event().session().equals(session);
        }
        if (unreadable++ == 0) {
            firstUnreadable = file.place(line.number());
        }
        return false;
    }

    private void note(Event event, SessionKey session) {
        if (!event.session().tenant().equals(session.tenant())) {
            return;
        }
        var other = event.session().session();
        if (sessions.size() < MOST_SESSIONS) {
            sessions.add(other);
        }
        var parent = event.origin().parentSession().orElse(null);
        var root = event.origin().rootSession().orElse(null);
        boolean below = session.session().equals(parent) || session.session().equals(root);
        if (below && !other.equals(session.session())) {
            relatives.merge(other, new Relative(other, parent, root), Relative::and);
        }
    }

    @Override
    public List<Relative> relatives(SessionKey session) {
        return List.copyOf(relatives.values());
    }

    @Override
    public List<String> sessions(String tenant) {
        return List.copyOf(sessions);
    }

    @Override
    public List<String> remarks() {
        var remarks = new ArrayList<String>();
        if (unreadable > 0) {
            remarks.add(unreadable + (unreadable == 1 ? " line is no event" : " lines are no events")
                    + ", the first at " + firstUnreadable + "; which session they belong to is not known");
        }
        return remarks;
    }
}
