package dev.ripcord.topic;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The topics and what each needs to keep its promise. All use LogAppendTime: the broker's clock is the one that every
 * replay agrees on.
 */
public enum Topic {
    /** The log: one record per event, keyed by session. Its partition count is fixed for its life. */
    EVENTS("agent.events", Cleanup.DELETE),
    DEAD_EVENTS("agent.events.dead", Cleanup.DELETE),
    SIGNALS("ripcord.signals", Cleanup.DELETE),
    HALTS("ripcord.halts", Cleanup.COMPACT),
    ACKS("ripcord.acks", Cleanup.DELETE),
    PATTERNS("ripcord.patterns", Cleanup.COMPACT),
    PATTERN_STATUS("ripcord.pattern-status", Cleanup.COMPACT),
    /** The latest of each session. Each has a key of its own, so that they must go some day, or it grows for ever. */
    SESSIONS("ripcord.sessions", Cleanup.COMPACT_AND_DELETE),
    HEARTBEAT("ripcord.heartbeat", Cleanup.COMPACT),
    /** What people say of signals. No job reads it: it becomes labels. */
    FEEDBACK("ripcord.feedback", Cleanup.COMPACT);

    /** A record with a large prompt or tool result; producers and fetchers must be set to it as well. */
    public static final int MAX_RECORD_BYTES = 6 * 1024 * 1024;

    /**
     * How long a session that does not change any more is listed. As long as the guard leaves a session's halt on its
     * topic, unless that is set otherwise: a halted session is then found for as long as its halt.
     */
    public static final Duration SESSION_RETENTION = Duration.ofDays(30);

    private enum Cleanup {
        DELETE("delete"),
        COMPACT("compact"),
        /** The latest of each key, and none of them for longer than {@link #SESSION_RETENTION}. */
        COMPACT_AND_DELETE("compact,delete");

        private final String policy;

        Cleanup(String policy) {
            this.policy = policy;
        }
    }

    private final String topicName;
    private final Cleanup cleanup;

    Topic(String topicName, Cleanup cleanup) {
        this.topicName = topicName;
        this.cleanup = cleanup;
    }

    public String topicName() {
        return topicName;
    }

    /** @return how many partitions it is created with, where the log has that many */
    public int partitions(int eventPartitions) {
        return switch (this) {
            case EVENTS, DEAD_EVENTS, SIGNALS, ACKS, SESSIONS -> eventPartitions;
            // One partition: an offset is then an id that a reader can resume from, and one order for everyone.
            case HALTS, PATTERNS, PATTERN_STATUS, HEARTBEAT, FEEDBACK -> 1;
        };
    }

    /** @return the topic's own settings, as Kafka names them */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("cleanup.policy", cleanup.policy);
        settings.put("message.timestamp.type", "LogAppendTime");
        settings.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
        if (cleanup == Cleanup.COMPACT_AND_DELETE) {
            settings.put("retention.ms", Long.toString(SESSION_RETENTION.toMillis()));
        }
        return settings;
    }
}
