package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.time.Durations;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.RecordKey;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Sessions that the guard has seen lately: about how many a panic stops. */
public final class RecentSessions {
    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private RecentSessions() {}

    /** @return a sentence for people; empty where it cannot be known within seconds */
    public static Optional<String> count(KafkaAddress kafka) throws InterruptedException {
        if (!kafka.topics("nothing was counted").contains(Topic.SESSIONS.topicName())) {
            return Optional.empty();
        }
        Set<String> sessions = new HashSet<>();
        long from = WallClock.SYSTEM.millis() - LATELY.toMillis();
        try (TopicLog log = TopicLog.fromTime(kafka, Topic.SESSIONS, from)) {
            boolean whole = log.toEnd(
                    record -> {
                        if (record.key() != null && record.value() != null) {
                            sessions.add(new String(record.key(), StandardCharsets.UTF_8));
                        }
                    },
                    PATIENCE);
            return whole ? Optional.of(sentence(sessions)) : Optional.empty();
        }
    }

    private static String sentence(Set<String> sessions) {
        long tenants = sessions.stream()
                .map(key -> RecordKey.parts(key).get(0))
                .distinct()
                .count();
        return Count.of(sessions.size(), "session") + " of " + Count.of(tenants, "tenant") + " wrote within the last "
                + Durations.format(LATELY) + ".";
    }
}
