package dev.ripcord.deploy.feedback;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Feedback;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The latest word on each signal, from {@code ripcord.feedback}. */
public final class FeedbackLog {
    private final Map<String, Feedback> bySignal = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();

    private FeedbackLog() {}

    public static FeedbackLog read(KafkaAddress kafka) {
        var log = new FeedbackLog();
        try (var topic = TopicLog.fromBeginning(kafka, Topic.FEEDBACK)) {
            topic.toEnd(log::add);
        }
        return log;
    }

    /** Where nobody has made the topic, nobody has said anything. */
    public static FeedbackLog readIfThere(KafkaAddress kafka, String consequence) throws InterruptedException {
        return kafka.topics(consequence).contains(Topic.FEEDBACK.topicName()) ? read(kafka) : new FeedbackLog();
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        var key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        bySignal.remove(key);
        if (record.value() == null) {
            return;
        }
        try {
            bySignal.put(key, Json.read(record.value(), Feedback.class));
        } catch (IOException noFeedback) {
            unreadable.add("the record '" + key + "' at offset " + record.offset() + " of " + record.topic()
                    + " cannot be read");
        }
    }

    /** @return in the order of the signals' ids */
    public Collection<Feedback> all() {
        return bySignal.values();
    }

    public Optional<Feedback> on(String signalId) {
        return Optional.ofNullable(bySignal.get(signalId));
    }

    /** @return a line for each record that is none */
    public List<String> unreadable() {
        return unreadable;
    }
}
