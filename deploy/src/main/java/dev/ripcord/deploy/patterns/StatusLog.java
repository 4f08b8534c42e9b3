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
import java.util.Optional;
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

    /** @return what the guard says of the record of that key at that offset; empty where it says nothing in time */
    public Optional<PatternStatus> await(String key, long offset, Duration patience) {
        long deadline = WallClock.SYSTEM.millis() + patience.toMillis();
        while (answer(key, offset).isEmpty() && WallClock.SYSTEM.millis() < deadline) {
            topic.next(this::add);
        }
        return answer(key, offset);
    }

    private Optional<PatternStatus> answer(String key, long offset) {
        return Optional.ofNullable(latest.get(key)).filter(status -> status.offset() == offset);
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
