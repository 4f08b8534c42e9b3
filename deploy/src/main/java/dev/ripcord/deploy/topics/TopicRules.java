package dev.ripcord.deploy.topics;

import dev.ripcord.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a topic must be to keep its promise. */
final class TopicRules {
    private static final String TIMESTAMP_TYPE = "message.timestamp.type";
    private static final String CLEANUP = "cleanup.policy";
    private static final String RETENTION = "retention.ms";
    private static final String LARGEST = "max.message.bytes";

    /** A halt or an activation is in force until somebody ends it, however old; what people said must stay. */
    private static final Set<Topic> MUST_STAND = Set.of(Topic.HALTS, Topic.PATTERNS, Topic.FEEDBACK);

    /** For a setting that the broker does not tell: what stands in for Kafka may not have it. */
    private static final String UNKNOWN = "unknown";

    private TopicRules() {}

    /** @param settings of the topic, as the broker applies them, as far as it tells them */
    static List<String> problems(Topic topic, int partitions, Map<String, String> settings) {
        var problems = new ArrayList<String>();
        var wanted = topic.settings();
        if (!wanted.get(TIMESTAMP_TYPE).equals(settings.get(TIMESTAMP_TYPE))) {
            problems.add(is(TIMESTAMP_TYPE, settings) + "; it must be " + wanted.get(TIMESTAMP_TYPE)
                    + ", or a replay does not see what was seen live");
        }
        cleanup(topic, settings).ifPresent(problems::add);
        retention(topic, settings).ifPresent(problems::add);
        if (number(LARGEST, settings) < Topic.MAX_RECORD_BYTES) {
            problems.add(is(LARGEST, settings) + "; it must be at least " + Topic.MAX_RECORD_BYTES
                    + ", or events with large prompts are lost");
        }
        if (topic.partitions(Integer.MAX_VALUE) == 1 && partitions != 1) {
            problems.add("it has " + partitions + " partitions; it must have 1, so that all read it in one order");
        }
        return problems;
    }

    /** @return 0 where the broker does not tell it */
    private static long number(String setting, Map<String, String> settings) {
        return Long.parseLong(settings.getOrDefault(setting, "0"));
    }

    private static Optional<String> cleanup(Topic topic, Map<String, String> settings) {
        var wanted = topic.settings().get(CLEANUP);
        boolean compacts = settings.getOrDefault(CLEANUP, UNKNOWN).contains("compact");
        boolean deletes = settings.getOrDefault(CLEANUP, UNKNOWN).contains("delete");
        if (wanted.equals("delete") && compacts) {
            return Optional.of(
                    is(CLEANUP, settings) + "; it must be delete, or only the latest record of a key is kept");
        }
        if (wanted.equals("compact,delete") && !(compacts && deletes)) {
            return Optional.of(is(CLEANUP, settings) + "; it must be compact,delete, or "
                    + (compacts ? "it grows with each new session for ever" : "each change of each session is kept"));
        }
        if (wanted.equals("compact") && (!compacts || deletes && MUST_STAND.contains(topic))) {
            return Optional.of(
                    is(CLEANUP, settings) + "; it must be compact, or what is in force is forgotten in time");
        }
        return Optional.empty();
    }

    /** A shorter or a longer time is the operator's choice. */
    private static Optional<String> retention(Topic topic, Map<String, String> settings) {
        boolean isBounded = topic.settings().containsKey(RETENTION);
        return isBounded && number(RETENTION, settings) < 0
                ? Optional.of(is(RETENTION, settings) + "; it must be a time, such as "
                        + topic.settings().get(RETENTION) + ", or it grows with each new session for ever")
                : Optional.empty();
    }

    private static String is(String setting, Map<String, String> settings) {
        return setting + " is " + settings.getOrDefault(setting, UNKNOWN);
    }
}
