package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.json.Json;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the guard says of the records on {@code ripcord.patterns}. */
public final class StatusLog implements AutoCloseable {
    private final TopicLog topic;
    private final Map<String, PatternStatus> latest = new HashMap<>();

    private StatusLog(TopicLog topic) {
        this.topic = topic;
    }

    /** @return what was said last of each key */
    public static Map<String, PatternStatus> read(KafkaAddress kafka) {
        try (var log = new StatusLog(TopicLog.fromBeginning(kafka, Topic.PATTERN_STATUS))) {
            log.topic.toEnd(log::add);
            return log.latest;
        }
    }

    /** Begins to listen now: what is said from here on can be waited for. */
    public static StatusLog listen(KafkaAddress kafka) {
        return new StatusLog(TopicLog.fromNow(kafka, Topic.PATTERN_STATUS));
    }

    /**
     * Waits until the guard has spoken of each of these records, or for as long as somebody is willing to.
     *
     * @param offsets of the records, by key
     * @return what it says, by key; nothing of a record of which it says nothing in time
     */
    public Map<String, PatternStatus> await(Map<String, Long> offsets, Duration patience) {
        long deadline = WallClock.SYSTEM.millis() + patience.toMillis();
        while (answers(offsets).size() < offsets.size() && WallClock.SYSTEM.millis() < deadline) {
            topic.next(this::add);
        }
        return answers(offsets);
    }

    private Map<String, PatternStatus> answers(Map<String, Long> offsets) {
        var answers = new HashMap<String, PatternStatus>();
        offsets.forEach((key, offset) -> {
            var status = latest.get(key);
            if (status != null && status.offset() == offset) {
                answers.put(key, status);
            }
        });
        return answers;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.value() != null) {
                var status = Json.read(record.value(), PatternStatus.class);
                latest.put(status.key(), status);
            }
        } catch (IOException ofANewerVersion) {
            // What cannot be read is no answer; waiting for one ends by itself.
        }
    }

    @Override
    public void close() {
        topic.close();
    }
}
