package dev.ripcord.console.webhook.intake;

import dev.ripcord.console.webhook.hook.Hook;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code ripcord.signals} and {@code ripcord.halts} in the group {@value #GROUP}, and hands what it reads to the
 * hooks without ever waiting for one. A hook is done with a record when it was delivered, given up, dropped or not
 * wanted; the group's offset says up to where all of them are.
 *
 * <p>Halts are state, so whoever gets their partition reads it from its beginning; what lies before the saved offset
 * is only learnt, and told to nobody.
 */
public final class TopicTail implements AutoCloseable {
    public static final String GROUP = "ripcord-webhooks";

    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SAVING = Duration.ofSeconds(5);
    private static final long SAVE_EVERY = 500;
    private static final long REOPEN_AFTER = 1_000;

    private final Properties properties;
    private final Progress progress;
    private final Intake intake;
    private final long startedAt;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "ripcord-webhooks");
    private KafkaConsumer<byte[], byte[]> consumer;
    private long savedAt;
    private volatile boolean assigned;
    private volatile String error;

    /** @param client how to reach Kafka */
    public TopicTail(Properties client, List<Hook> hooks, HaltReader halts) {
        properties = ConsumerSettings.of(client, GROUP);
        progress = new Progress(hooks);
        intake = new Intake(hooks, halts, progress);
        startedAt = WallClock.SYSTEM.millis();
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** @return whether it is a member of its group; one without partitions is one too */
    public boolean isReading() {
        return assigned && error == null;
    }

    /** @return why it does not read; null where it does */
    public String error() {
        return error;
    }

    /** @return records that were no signals and no halts, or not to be trusted */
    public long unreadable() {
        return intake.unreadable();
    }

    /** Saves how far the hooks are. Close the hooks before. */
    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        thread.join(2 * SAVING.toMillis());
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                read();
                closing.await(error == null ? 0 : REOPEN_AFTER, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until it is closed, or Kafka's client gives up. */
    private void read() {
        try (var opened = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer = opened;
            consumer.subscribe(List.of(Topic.SIGNALS.topicName(), Topic.HALTS.topicName()), new Partitions());
            while (closing.getCount() > 0) {
                consumer.poll(POLL).forEach(intake::take);
                error = null;
                intake.tick();
                saveSometimes();
            }
            save(consumer.assignment());
        } catch (InterruptException ended) {
            closing.countDown();
        } catch (RuntimeException broken) {
            assigned = false;
            error = broken.getClass().getSimpleName() + ": " + broken.getMessage();
            LOG.error("webhooks: the topics cannot be read, and nobody is told of halts; tried again", broken);
        }
    }

    private void saveSometimes() {
        long now = WallClock.SYSTEM.millis();
        if (now - savedAt >= SAVE_EVERY) {
            savedAt = now;
            save(consumer.assignment());
        }
    }

    private void save(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Bookmark> bookmarks = new HashMap<>();
        for (TopicPartition partition : partitions) {
            progress.toSave(partition, consumer.position(partition))
                    .ifPresent(bookmark -> bookmarks.put(partition, bookmark));
        }
        save(bookmarks);
    }

    private void save(Map<TopicPartition, Bookmark> bookmarks) {
        if (bookmarks.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        bookmarks.forEach((partition, bookmark) -> offsets.put(partition, bookmark.saved()));
        try {
            consumer.commitSync(offsets, SAVING);
            bookmarks.forEach(progress::takeOver);
        } catch (KafkaException unsaved) {
            // What is not saved is told again, by whoever reads it next.
            LOG.warn("webhooks: how far the hooks are could not be saved: {}", unsaved.getMessage());
        }
    }

    /** Partitions come and go as gateways do. */
    private final class Partitions implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            Map<TopicPartition, Bookmark> first = new HashMap<>();
            consumer.committed(Set.copyOf(partitions)).forEach((partition, offset) -> {
                if (offset == null) {
                    first.put(partition, new Bookmark(beginning(partition), Map.of()));
                } else {
                    progress.takeOver(partition, Bookmark.read(offset));
                }
            });
            first.forEach(progress::takeOver);
            first.forEach((partition, bookmark) -> consumer.seek(partition, bookmark.offset()));
            save(first);
            partitions.stream().filter(Partitions::holdsHalts).forEach(partition -> {
                intake.forgetHalts();
                consumer.seekToBeginning(List.of(partition));
            });
            assigned = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            save(partitions);
            onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            partitions.forEach(progress::handOver);
            if (partitions.stream().anyMatch(Partitions::holdsHalts)) {
                intake.forgetHalts();
            }
        }

        /** Of a group's first start: what was there before it is history, what came while it joined is not. */
        private long beginning(TopicPartition partition) {
            var since = consumer.offsetsForTimes(Map.of(partition, startedAt)).get(partition);
            return since != null
                    ? since.offset()
                    : consumer.endOffsets(List.of(partition)).get(partition);
        }

        private static boolean holdsHalts(TopicPartition partition) {
            return partition.topic().equals(Topic.HALTS.topicName());
        }
    }
}
