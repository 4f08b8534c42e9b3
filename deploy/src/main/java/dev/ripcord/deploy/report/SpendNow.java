package dev.ripcord.deploy.report;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.json.Json;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What sessions have cost by now, from {@code ripcord.sessions}. */
final class SpendNow {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<SessionKey, BigDecimal> bySession = new HashMap<>();
    private final boolean whole;

    /** @param from the broker's time from which summaries are of interest, milliseconds since the epoch */
    SpendNow(KafkaAddress kafka, long from) {
        try (var topic = TopicLog.fromTime(kafka, Topic.SESSIONS, from)) {
            whole = topic.toEnd(this::add, PATIENCE);
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.value() != null) {
                var summary = Json.read(record.value(), SessionSummary.class);
                bySession.put(new SessionKey(summary.tenantId(), summary.sessionId()), summary.spendUsd());
            }
        } catch (IOException ofANewerVersion) {
            // A session whose summary cannot be read is one whose spend is not known.
        }
    }

    /** Whether all of the topic could be read in time. */
    boolean isWhole() {
        return whole;
    }

    /** @return what the session has cost since the signal; null where that is not known */
    BigDecimal since(Signal signal) {
        var now = bySession.get(signal.session());
        if (now == null || signal.spendUsd() == null || now.compareTo(signal.spendUsd()) < 0) {
            // Less than before: the session id is used by another run since.
            return null;
        }
        return now.subtract(signal.spendUsd());
    }
}
