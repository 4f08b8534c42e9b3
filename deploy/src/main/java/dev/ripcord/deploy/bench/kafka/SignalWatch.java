package dev.ripcord.deploy.bench.kafka;

import dev.ripcord.deploy.bench.traffic.SyntheticLog;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.RecordKey;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Reads {@code ripcord.signals} from outside, and notes when each session's first signal was there. */
public final class SignalWatch implements AutoCloseable {
    private static final long LOOK_MILLIS = 10;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Long, Long> receivedAt = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::read, "ripcord-bench-signals");

    private SignalWatch(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    public static SignalWatch start(KafkaAddress kafka) {
        var consumer = kafka.consumer();
        consumer.assign(consumer.partitionsFor(Topic.SIGNALS.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        var watch = new SignalWatch(consumer);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void read() {
        try (consumer) {
            while (true) {
                var records = consumer.poll(Duration.ofSeconds(1));
                long now = WallClock.nanoTime();
                records.forEach(record -> receivedAt.putIfAbsent(session(record.key()), now));
            }
        } catch (WakeupException closed) {
            // The way to end a poll.
        }
    }

    /** @return the session's number: its id is the last part of the key */
    private static long session(byte[] key) {
        var parts = RecordKey.parts(new String(key, StandardCharsets.UTF_8));
        return SyntheticLog.session(parts.get(parts.size() - 1));
    }

    /** Waits until all of them have a signal, but not for ever. */
    public void await(Collection<Long> sessions, Duration patience) throws InterruptedException {
        long end = WallClock.nanoTime() + patience.toNanos();
        while (!receivedAt.keySet().containsAll(sessions) && WallClock.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** @return the time of this JVM at which the session's first signal was there, in nanoseconds; null for none yet */
    public Long receivedAt(long session) {
        return receivedAt.get(session);
    }

    /** @return sessions that have a signal */
    public Set<Long> found() {
        return receivedAt.keySet();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
