package dev.ripcord.console.replay.kafka;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** What comes to Kafka once a session was read: its events, and what is said from outside. */
public final class ComingRecords implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> events;
    private final KafkaConsumer<byte[], byte[]> words;
    private final Mention mention;

    /**
     * What has come, in the order of each topic.
     *
     * @param halts records of {@code ripcord.halts}: all that were there before any of the events
     * @param answers likewise of {@code ripcord.acks}
     * @param events that mention the session; none where none came for a moment
     */
    public record Arrival(List<LogRecord> halts, List<LogRecord> answers, List<LogRecord> events) {}

    /** @param from first offset by topic and partition */
    ComingRecords(
            KafkaConsumer<byte[], byte[]> events,
            KafkaConsumer<byte[], byte[]> words,
            Map<Topic, Map<Integer, Long>> from,
            Mention mention) {
        this.events = events;
        this.words = words;
        this.mention = mention;
        begin(events, from, List.of(Topic.EVENTS));
        begin(words, from, List.of(Topic.HALTS, Topic.ACKS));
    }

    private static void begin(
            KafkaConsumer<byte[], byte[]> consumer, Map<Topic, Map<Integer, Long>> from, List<Topic> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        topics.forEach(topic -> from.getOrDefault(topic, Map.of())
                .keySet()
                .forEach(partition -> partitions.add(new TopicPartition(topic.topicName(), partition))));
        consumer.assign(partitions);
        topics.forEach(topic -> from.getOrDefault(topic, Map.of())
                .forEach((partition, offset) ->
                        consumer.seek(new TopicPartition(topic.topicName(), partition), offset)));
    }

    /** @return what has come, after a moment at the latest; empty once somebody interrupted */
    public Optional<Arrival> next() {
        try {
            List<LogRecord> came = new ArrayList<>();
            events.poll(POLL).forEach(record -> add(record, mention::in, came));
            List<LogRecord> halts = new ArrayList<>();
            List<LogRecord> answers = new ArrayList<>();
            readWords(halts, answers);
            return Optional.of(new Arrival(halts, answers, came));
        } catch (InterruptException ended) {
            Thread.interrupted();
            return Optional.empty();
        }
    }

    /** To the end that is there now: a release counts for events that came later than it did. */
    private void readWords(List<LogRecord> halts, List<LogRecord> answers) {
        Map<TopicPartition, Long> ends = words.endOffsets(words.assignment());
        while (ends.entrySet().stream().anyMatch(end -> words.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<byte[], byte[]> polled = words.poll(POLL);
            polled.records(Topic.HALTS.topicName()).forEach(record -> add(record, any -> true, halts));
            polled.records(Topic.ACKS.topicName()).forEach(record -> add(record, mention::in, answers));
        }
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, Predicate<byte[]> wanted, List<LogRecord> receiver) {
        if (record.value() != null && wanted.test(record.value())) {
            receiver.add(PartitionCursor.record(record));
        }
    }

    @Override
    public void close() {
        try (words) {
            events.close();
        }
    }
}
