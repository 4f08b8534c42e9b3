package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.outcome.RootCause;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Subject;
import dev.ripcord.json.Json;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.time.Durations;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The sessions that the guard has told of on {@code ripcord.sessions}. A look beside what somebody does: it takes
 * seconds at most, and where it comes to nothing it says why and fails nobody.
 */
public final class SeenSessions {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Subject> sessions = new HashMap<>();
    /** Of every record, not of each session's latest alone: a session may have been handed from agent to agent. */
    private final Set<Scope> scopes = new HashSet<>();

    private String missed;

    private SeenSessions() {}

    /** All that are still there, those that have ended among them. */
    public static SeenSessions everSeen(KafkaAddress kafka) throws InterruptedException {
        return read(kafka, Optional.empty());
    }

    /**
     * Those that the guard has told of since then and that have not ended.
     *
     * @param from milliseconds since the epoch, on the broker's clock
     */
    public static SeenSessions since(long from, KafkaAddress kafka) throws InterruptedException {
        return read(kafka, Optional.of(from));
    }

    private static SeenSessions read(KafkaAddress kafka, Optional<Long> from) throws InterruptedException {
        var seen = new SeenSessions();
        try {
            seen.missed = seen.readAll(kafka.answeringWithin(PATIENCE), from);
        } catch (InterruptException ended) {
            throw ended;
        } catch (Refusal unreachable) {
            seen.missed = String.join("; ", unreachable.reasons());
        } catch (KafkaException unreadable) {
            seen.missed = Topic.SESSIONS.topicName() + " cannot be read (" + RootCause.of(unreadable) + ")";
        }
        return seen;
    }

    /** @return why not all was read; null where it was */
    private String readAll(KafkaAddress kafka, Optional<Long> from) throws InterruptedException {
        var name = Topic.SESSIONS.topicName();
        if (!kafka.topics("nobody was looked for").contains(name)) {
            return "there is no topic " + name;
        }
        long begun = WallClock.nanoTime();
        try (var topic = from.map(millis -> TopicLog.fromTime(kafka, Topic.SESSIONS, millis))
                .orElseGet(() -> TopicLog.fromBeginning(kafka, Topic.SESSIONS))) {
            var left = PATIENCE.minusNanos(WallClock.nanoTime() - begun);
            boolean whole = topic.toEnd(this::add, left);
            return whole ? null : name + " was not read to its end within " + Durations.format(PATIENCE);
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        var key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            sessions.remove(key);
            return;
        }
        try {
            var summary = Json.read(record.value(), SessionSummary.class);
            var subject = subject(summary);
            scopes.addAll(subject.scopes());
            if (summary.state() == SessionSummary.State.ENDED) {
                sessions.remove(key);
            } else {
                sessions.put(key, subject);
            }
        } catch (IOException noSummary) {
            // What is no summary tells of nobody.
        }
    }

    private static Subject subject(SessionSummary summary) {
        return new Subject(
                summary.tenantId(),
                summary.sessionId(),
                summary.rootSessionId(),
                summary.parentSessionId(),
                summary.agentId());
    }

    /** @return every scope that a halt of one of them could name, also of those that have ended */
    public Set<Scope> scopes() {
        return scopes;
    }

    /** @return those that have not ended */
    public Collection<Subject> goingOn() {
        return sessions.values();
    }

    /** @return why there may be more than were read; empty where there are none */
    public Optional<String> missed() {
        return Optional.ofNullable(missed);
    }
}
