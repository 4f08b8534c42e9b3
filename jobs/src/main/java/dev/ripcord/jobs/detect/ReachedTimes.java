package dev.ripcord.jobs.detect;

import dev.ripcord.jobs.ingest.RawRecord;
import java.time.Duration;
import java.util.Arrays;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * How far each partition was judged here since the start, on Kafka's time: by that alone things are forgotten.
 *
 * <p>The watermark does not say it. A partition that gives nothing for some seconds does not hold the watermark up, and
 * may have a day of events to give: its leader is away, or slow. An event of the partition itself says it: those to come
 * are later.
 *
 * <p>Where none comes for {@link #QUIET}, in real time, the partition counts as quiet and the watermark for it, or what
 * is remembered of it would stay for ever. Until then waiting costs no more than what is held already: a partition that
 * gives nothing gives no new sessions either.
 */
final class ReachedTimes {
    /** Beyond what elections, quotas and reading from slow storage take: an outage, which heartbeats tell of. */
    static final Duration QUIET = Duration.ofHours(6);

    private static final long NOTHING = Long.MIN_VALUE;

    private final ProcessingTimeService time;
    private final long begun;
    /** By partition: the latest Kafka time, what it was when that was last asked for, and since when it is that. */
    private long[] latest = {};

    private long[] noticed = {};
    private long[] since = {};

    ReachedTimes(ProcessingTimeService time) {
        this.time = time;
        this.begun = time.getCurrentProcessingTime();
    }

    /** An event is judged. For each of them: a store, and no clock is asked. */
    void reached(int partition, long kafkaTime) {
        if (partition >= latest.length) {
            makeRoomFor(partition);
        }
        if (kafkaTime > latest[partition]) {
            latest[partition] = kafkaTime;
        }
    }

    private void makeRoomFor(int partition) {
        int known = latest.length;
        latest = Arrays.copyOf(latest, partition + 1);
        noticed = Arrays.copyOf(noticed, partition + 1);
        since = Arrays.copyOf(since, partition + 1);
        Arrays.fill(latest, known, partition + 1, NOTHING);
        Arrays.fill(noticed, known, partition + 1, NOTHING);
        Arrays.fill(since, known, partition + 1, begun);
    }

    /** @return Kafka time that the partition's events to come are not before; not later than the watermark */
    long passed(int partition, long watermark) {
        if (partition >= latest.length) {
            makeRoomFor(partition);
        }
        if (isQuiet(partition)) {
            return watermark;
        }
        long own = latest[partition];
        return own == NOTHING ? NOTHING : Math.min(watermark, own - RawRecord.DISORDER.toMillis());
    }

    private boolean isQuiet(int partition) {
        long now = time.getCurrentProcessingTime();
        if (noticed[partition] != latest[partition]) {
            noticed[partition] = latest[partition];
            since[partition] = now;
        }
        return now - since[partition] >= QUIET.toMillis();
    }

    /** @return likewise of all partitions, also of those that gave nothing yet: they are known by waiting alone */
    long passedByAll(long watermark) {
        long passed = time.getCurrentProcessingTime() - begun >= QUIET.toMillis() ? watermark : NOTHING;
        for (int partition = 0; partition < latest.length; partition++) {
            passed = Math.min(passed, passed(partition, watermark));
        }
        return passed;
    }
}
