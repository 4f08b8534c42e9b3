package dev.ripcord.deploy.sessions;

import dev.ripcord.console.sessions.KnownSession;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.json.Json;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The sessions that {@code ripcord.sessions} tells of: of each the latest summary. */
public final class SessionLog {
    private final Map<String, KnownSession> sessions = new HashMap<>();
    private long unreadable;

    private SessionLog() {}

    /** @param from only what was written since then, milliseconds since the epoch; empty for all */
    public static SessionLog read(KafkaAddress kafka, Optional<Long> from) {
        var read = new SessionLog();
        try (var topic = from.map(millis -> TopicLog.fromTime(kafka, Topic.SESSIONS, millis))
                .orElseGet(() -> TopicLog.fromBeginning(kafka, Topic.SESSIONS))) {
            topic.toEnd(read::add);
        }
        return read;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        var key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            sessions.remove(key);
            return;
        }
        try {
            var summary = Json.read(record.value(), SessionSummary.class);
            sessions.put(key, new KnownSession(summary, record.timestamp(), record.value().length));
        } catch (IOException noSummary) {
            unreadable++;
        }
    }

    public List<KnownSession> sessions() {
        return List.copyOf(sessions.values());
    }

    /** @return how many records are no summary */
    public long unreadable() {
        return unreadable;
    }
}
