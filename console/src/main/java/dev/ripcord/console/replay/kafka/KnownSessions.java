package dev.ripcord.console.replay.kafka;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.console.replay.source.Relative;
import dev.ripcord.json.Json;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What {@code ripcord.sessions} tells of a session and of those around it. */
final class KnownSessions {
    private static final int MOST_NAMES = 10_000;

    private final SessionKey session;
    private final Map<String, Relative> relatives = new TreeMap<>();
    private final TreeSet<String> names = new TreeSet<>();
    private final Set<Integer> partitions = new HashSet<>();
    private SessionSummary own;

    private KnownSessions(SessionKey session) {
        this.session = session;
    }

    /** @param records of {@code ripcord.sessions}; read to the end */
    static KnownSessions read(RecordCursor records, SessionKey session) throws IOException, InterruptedException {
        KnownSessions known = new KnownSessions(session);
        for (LogRecord record = records.next(); record != null; record = records.next()) {
            if (record.value() != null) {
                known.add(record.value());
            }
        }
        return known;
    }

    private void add(byte[] value) {
        try {
            SessionSummary summary = Json.read(value, SessionSummary.class);
            if (!summary.tenantId().equals(session.tenant())) {
                return;
            }
            if (names.size() < MOST_NAMES) {
                names.add(summary.sessionId());
            }
            if (summary.sessionId().equals(session.session())) {
                own = summary;
                partitions.add(summary.position().partition());
            } else {
                relate(summary);
            }
        } catch (IOException noSummary) {
            // It tells nothing about any session.
        }
    }

    private void relate(SessionSummary summary) {
        String id = session.session();
        if (id.equals(summary.parentSessionId()) || id.equals(summary.rootSessionId())) {
            Relative relative = new Relative(summary.sessionId(), summary.parentSessionId(), summary.rootSessionId());
            relatives.merge(relative.session(), relative, Relative::and);
        }
    }

    List<Relative> relatives() {
        return List.copyOf(relatives.values());
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** @return the session's latest summary; empty where there is none */
    Optional<SessionSummary> own() {
        return Optional.ofNullable(own);
    }

    /** @return partitions of {@code agent.events} that its summaries name; it may lie in others too */
    Set<Integer> partitions() {
        return partitions;
    }
}
