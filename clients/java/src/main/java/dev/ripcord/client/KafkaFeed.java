package dev.ripcord.client;

import dev.ripcord.time.WallClock;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the topics of halts and heartbeats; reads the former to its end before it calls itself ready. */
final class KafkaFeed implements Feed, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaFeed.class);
    private static final long CLOSE_MILLIS = 3_000;

    private final HaltTopics topics;
    private final FeedListener listener;
    private final Heartbeats heartbeats = new Heartbeats();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Backoff backoff = Backoff.ofConnection();
    private final Thread thread;
    private volatile KafkaConsumer<byte[], byte[]> open;
    private volatile boolean closed;
    private boolean ready;

    private KafkaFeed(HaltTopics topics, FeedListener listener, String session) {
        this.topics = topics;
        this.listener = listener;
        this.thread = new ClientThreads("feed", session).newThread(this);
    }

    static KafkaFeed start(HaltTopics topics, FeedListener listener, String session) {
        var feed = new KafkaFeed(topics, listener, session);
        feed.thread.start();
        return feed;
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                try (var consumer = topics.open(positions)) {
                    open = consumer;
                    follow(consumer);
                } catch (WakeupException | InterruptException ended) {
                    return;
                } catch (KafkaException failed) {
                    listener.lost(topics + ": " + failed.getMessage());
                } catch (RuntimeException unexpected) {
                    // Whatever it was: a guard that has ended hears of no halt.
                    LOG.warn("following {} failed; trying again", HaltTopics.HALTS.topic(), unexpected);
                    listener.lost(topics + ": " + unexpected);
                }
                TimeUnit.MILLISECONDS.sleep(backoff.next());
            }
        } catch (InterruptedException ended) {
            LOG.debug("no longer following {}", HaltTopics.HALTS.topic());
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        var ends = consumer.endOffsets(List.of(HaltTopics.HALTS, HaltTopics.HEARTBEATS));
        ready = false;
        listener.begins(false);
        // By position, not by count: compaction leaves gaps, also at the end.
        while (!closed && !HaltTopics.isBeyond(consumer, ends)) {
            read(consumer);
        }
        backoff.reset();
        ready = true;
        listener.guard(heartbeats.news(WallClock.SYSTEM.millis()));
        listener.ready();
        while (!closed) {
            read(consumer);
            listener.guard(heartbeats.news(WallClock.SYSTEM.millis()));
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        for (ConsumerRecord<byte[], byte[]> record : HaltTopics.poll(consumer)) {
            var partition = new TopicPartition(record.topic(), record.partition());
            if (partition.equals(HaltTopics.HEARTBEATS)) {
                // One that comes just now is from just now, whatever the clocks of broker and agent say.
                heartbeats.heard(record.value(), ready ? WallClock.SYSTEM.millis() : record.timestamp(), ready);
            } else if (record.value() != null && record.key() != null) {
                // Without a value the key is gone from the topic: what it said was not released by that.
                listener.record(new String(record.key(), StandardCharsets.UTF_8), record.value());
            }
            positions.put(partition, record.offset() + 1);
        }
    }

    @Override
    public void close() {
        closed = true;
        KafkaConsumer<byte[], byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            if (Thread.currentThread() != thread) {
                thread.join(CLOSE_MILLIS);
                thread.interrupt();
            }
        } catch (InterruptedException hurry) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
