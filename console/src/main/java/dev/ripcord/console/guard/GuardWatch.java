package dev.ripcord.console.guard;

import dev.ripcord.console.guard.GuardState.Liveness;
import dev.ripcord.console.topic.TopicReader;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Heartbeat;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows from {@code ripcord.heartbeat} whether somebody is watching.
 *
 * <p>Silence is measured on a clock that nobody sets. Only of what was on the topic before it listened does the wall
 * clock say how old it is: the heartbeats of a guard that has been dead for an hour are an hour old.
 */
public final class GuardWatch implements TopicReader {
    private static final Logger LOG = LoggerFactory.getLogger(GuardWatch.class);

    /** A partition that has been silent for so long when first seen is one of a log that is no more. */
    private static final long FORGOTTEN_MILLIS = TimeUnit.MINUTES.toMillis(10);

    /** Heartbeats come each second: so much silence says nothing yet about the lag. */
    private static final long USUAL_SILENCE_MILLIS = 2_000;

    private final Map<Integer, Pulse> pulses = new ConcurrentHashMap<>();
    private final GuardLimits limits;
    private final WallClock clock;
    private final LongSupplier nanos;
    private volatile boolean listening;
    private volatile BooleanSupplier deaf = () -> false;

    public GuardWatch(GuardLimits limits) {
        this(limits, WallClock.SYSTEM, WallClock::nanoTime);
    }

    GuardWatch(GuardLimits limits, WallClock clock, LongSupplier nanos) {
        this.limits = limits;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** @param isDeaf where the gateway does not hear of new halts, so that a live guard stops nobody through it */
    public void staleWhile(BooleanSupplier isDeaf) {
        deaf = isDeaf;
    }

    @Override
    public void reachedEnd(List<TopicPartition> partitions) {
        listening = true;
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            Heartbeat heartbeat = Json.read(record.value(), Heartbeat.class);
            hear(heartbeat, listening ? 0 : Math.max(0, clock.millis() - record.timestamp()));
        } catch (IOException unreadable) {
            LOG.warn("heartbeat {} cannot be read: {}", record.offset(), unreadable.getMessage());
        }
    }

    private void hear(Heartbeat heartbeat, long ageMillis) {
        long heardAt = nanos.getAsLong() - TimeUnit.MILLISECONDS.toNanos(ageMillis);
        pulses.compute(
                heartbeat.partition(),
                (partition, before) -> Pulse.after(before, heartbeat.lagMillis(), heardAt, listening));
        if (listening) {
            pulses.values().removeIf(pulse -> pulse.isForgotten(heardAt));
        }
    }

    public GuardState state() {
        Collection<Pulse> all = pulses.values();
        if (all.isEmpty()) {
            return GuardState.ABSENT;
        }
        long now = nanos.getAsLong();
        long silence = 0;
        long lag = 0;
        for (Pulse pulse : all) {
            silence = Math.max(silence, pulse.silenceMillis(now));
            lag = Math.max(lag, pulse.lagMillis());
        }
        lag = silence > USUAL_SILENCE_MILLIS ? lag + silence : lag;
        boolean stale =
                silence > limits.silence().toMillis() || lag > limits.lag().toMillis() || deaf.getAsBoolean();
        return new GuardState(stale ? Liveness.STALE : Liveness.LIVE, lag);
    }

    /**
     * What was last heard of a partition.
     *
     * @param lagMillis the last one known: one that the guard does not know says nothing, for some seconds after its
     *     start. It knows by then, or how long it has not: no lag is made here
     * @param heardAt nanoseconds of the JVM
     * @param live whether it came while the gateway listened
     */
    private record Pulse(long lagMillis, long heardAt, boolean live) {
        static Pulse after(Pulse before, Long lagMillis, long heardAt, boolean live) {
            long lastKnown = before == null ? 0 : before.lagMillis;
            return new Pulse(lagMillis == null ? lastKnown : lagMillis, heardAt, live);
        }

        long silenceMillis(long now) {
            return TimeUnit.NANOSECONDS.toMillis(Math.max(0, now - heardAt));
        }

        boolean isForgotten(long now) {
            return !live && silenceMillis(now) > FORGOTTEN_MILLIS;
        }
    }
}
