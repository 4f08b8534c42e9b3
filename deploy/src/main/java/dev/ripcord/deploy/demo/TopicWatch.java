package dev.ripcord.deploy.demo;

import dev.ripcord.deploy.drill.DrillPattern;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.json.Json;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.signal.Signal;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what the guard writes, from outside: a consumer of its own, on a thread of its own. */
final class TopicWatch implements AutoCloseable {
    private static final List<Topic> TOPICS = List.of(Topic.SIGNALS, Topic.HALTS, Topic.DEAD_EVENTS, Topic.SESSIONS);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Outcome outcome;
    private final Thread thread = new Thread(this::read, "topic-watch");

    private TopicWatch(KafkaConsumer<byte[], byte[]> consumer, Outcome outcome) {
        this.consumer = consumer;
        this.outcome = outcome;
    }

    static TopicWatch start(String bootstrapServers, Outcome outcome) {
        Properties properties = KafkaSettings.at(bootstrapServers).consumer();
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        TOPICS.forEach(topic -> consumer.partitionsFor(topic.topicName())
                .forEach(partition -> partitions.add(new TopicPartition(partition.topic(), partition.partition()))));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        TopicWatch watch = new TopicWatch(consumer, outcome);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void read() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    take(record, WallClock.nanoTime());
                }
            }
        } catch (WakeupException closed) {
            // The way to end a poll.
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, long now) {
        if (record.value() == null || isOfADrill(record)) {
            return;
        }
        if (record.topic().equals(Topic.SIGNALS.topicName())) {
            outcome.signalled(read(record, Signal.class), now);
        } else if (record.topic().equals(Topic.HALTS.topicName())) {
            outcome.halted(read(record, HaltRecord.class), now);
        } else if (record.topic().equals(Topic.DEAD_EVENTS.topicName())) {
            outcome.dead();
        } else {
            outcome.summarised(read(record, SessionSummary.class));
        }
    }

    /** Somebody may run {@code ripcord drill} meanwhile: what it does is not the demo's. */
    private static boolean isOfADrill(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        return key.startsWith(DrillPattern.TENANT + "/") || key.startsWith("session/" + DrillPattern.TENANT + "/");
    }

    private static <T> T read(ConsumerRecord<byte[], byte[]> record, Class<T> type) {
        try {
            return Json.read(record.value(), type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("at " + record.topic() + " " + record.offset(), unreadable);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
