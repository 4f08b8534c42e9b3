package dev.ripcord.deploy.bench.plan;

import dev.ripcord.time.WallClock;
import java.time.Duration;
import java.util.Set;

/**
 * How much is measured.
 *
 * @param only names of what is measured; empty for all that this much is for
 * @param quick whether what the summary does not need is left out
 * @param repetitions of each measurement, taken in turns
 * @param pace of a job
 * @param recorded events that lie in Kafka before a job begins to read them
 * @param latency how long events are sent at one rate
 * @param repeatUntil when no further repetition is begun, in nanoseconds of this JVM: on a machine that is slow, or
 *     busy with something else, everything is then measured at least once
 */
public record Plan(
        Set<String> only, boolean quick, int repetitions, Pace pace, int recorded, Duration latency, long repeatUntil) {
    public static Plan full(Set<String> only) {
        var pace = new Pace(Duration.ofSeconds(4), Duration.ofMinutes(2), Duration.ofSeconds(5));
        return new Plan(only, false, 3, pace, 1_500_000, Duration.ofSeconds(40), in(Duration.ofMinutes(30)));
    }

    public static Plan quick(Set<String> only) {
        // Short, and three of them: a machine that stands still for a second then spoils one, and not the median.
        var pace = new Pace(Duration.ofMillis(1_500), Duration.ofSeconds(12), Duration.ofMillis(1_500));
        return new Plan(only, true, 3, pace, 900_000, Duration.ofSeconds(20), in(Duration.ofSeconds(180)));
    }

    private static long in(Duration time) {
        return WallClock.nanoTime() + time.toNanos();
    }

    /** @return whether it is to be measured: what is asked for by name always is */
    public boolean wants(Item item) {
        return only.isEmpty() ? item.summary() || !quick : only.contains(item.name());
    }

    /** @param repetition from 0 */
    public boolean repeats(int repetition) {
        return repetition == 0 || repetition < repetitions && WallClock.nanoTime() < repeatUntil;
    }
}
