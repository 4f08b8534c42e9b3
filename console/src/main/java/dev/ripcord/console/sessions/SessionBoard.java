package dev.ripcord.console.sessions;

import dev.ripcord.console.topic.TopicReader;
import dev.ripcord.json.Json;
import dev.ripcord.signal.SessionSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions that changed last, from {@code ripcord.sessions}; bounded by number and size. */
public final class SessionBoard implements TopicReader {
    private static final Logger LOG = LoggerFactory.getLogger(SessionBoard.class);

    private final int mostSessions;
    private final long mostBytes;

    /** By the record's key; the one that changed least recently first. */
    private final Map<String, KnownSession> sessions = new LinkedHashMap<>();

    private long bytes;
    private boolean complete = true;
    private volatile boolean readToEnd;

    /**
     * @param mostSessions how many are known: those that changed last
     * @param mostBytes of their records
     */
    public SessionBoard(int mostSessions, long mostBytes) {
        this.mostSessions = mostSessions;
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized void begins(Map<TopicPartition, Long> starts) {
        // What lies before is compacted, expired, or more than is kept: either way it is not known here.
        complete = starts.values().stream().allMatch(start -> start == 0);
    }

    @Override
    public void reachedEnd(List<TopicPartition> partitions) {
        readToEnd = true;
    }

    @Override
    public synchronized void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        forget(key);
        if (record.value() == null) {
            return;
        }
        try {
            SessionSummary summary = Json.read(record.value(), SessionSummary.class);
            sessions.put(key, new KnownSession(summary, record.timestamp(), record.value().length));
            bytes += record.value().length;
            limit();
        } catch (IOException unreadable) {
            LOG.warn(
                    "the session at {}-{} cannot be read: {}",
                    record.partition(),
                    record.offset(),
                    unreadable.getMessage());
        }
    }

    private void forget(String key) {
        KnownSession before = sessions.remove(key);
        bytes -= before == null ? 0 : before.bytes();
    }

    private void limit() {
        Iterator<KnownSession> oldest = sessions.values().iterator();
        while (sessions.size() > mostSessions || bytes > mostBytes && sessions.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
            complete = false;
        }
    }

    public boolean isReadToEnd() {
        return readToEnd;
    }

    /** @return why there may be sessions that are not known here; empty where all of them are */
    public synchronized Optional<String> gap() {
        return complete
                ? Optional.empty()
                : Optional.of("of the sessions only the " + sessions.size()
                        + " that changed last are listed; an older one is found by its id");
    }

    public synchronized Optional<KnownSession> session(String key) {
        return Optional.ofNullable(sessions.get(key));
    }

    public synchronized List<KnownSession> where(Predicate<KnownSession> condition) {
        return sessions.values().stream().filter(condition).toList();
    }
}
