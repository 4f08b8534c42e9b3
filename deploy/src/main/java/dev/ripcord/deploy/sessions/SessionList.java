package dev.ripcord.deploy.sessions;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Subject;
import dev.ripcord.json.Json;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The sessions that {@code ripcord.sessions} tells of: of each the latest summary. */
public final class SessionList {
    private final Map<String, SessionLine> sessions = new HashMap<>();
    private final Function<Subject, Optional<Halt>> halting;
    private long unreadable;

    private SessionList(Function<Subject, Optional<Halt>> halting) {
        this.halting = halting;
    }

    /**
     * @param from only what was written since then, milliseconds since the epoch; empty for all
     * @param halting the halt that stops a session
     */
    public static SessionList read(KafkaAddress kafka, Optional<Long> from, Function<Subject, Optional<Halt>> halting) {
        var list = new SessionList(halting);
        try (var log = from.map(millis -> TopicLog.fromTime(kafka, Topic.SESSIONS, millis))
                .orElseGet(() -> TopicLog.fromBeginning(kafka, Topic.SESSIONS))) {
            log.toEnd(list::add);
        }
        return list;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        var key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            sessions.remove(key);
            return;
        }
        try {
            var summary = Json.read(record.value(), SessionSummary.class);
            sessions.put(key, new SessionLine(summary, record.timestamp(), null));
        } catch (IOException noSummary) {
            unreadable++;
        }
    }

    /** @return those that are wanted, at most so many */
    public List<SessionLine> listed(Predicate<SessionLine> wanted, SessionOrder order, int most) {
        return sessions.values().stream()
                .map(this::withHalt)
                .filter(wanted)
                .sorted(order.comparator())
                .limit(most)
                .toList();
    }

    private SessionLine withHalt(SessionLine line) {
        var summary = line.summary();
        var subject = new Subject(
                summary.tenantId(),
                summary.sessionId(),
                summary.rootSessionId(),
                summary.parentSessionId(),
                summary.agentId());
        return new SessionLine(summary, line.kafkaTime(), halting.apply(subject).orElse(null));
    }

    /** @return how many records are no summary */
    public long unreadable() {
        return unreadable;
    }
}
