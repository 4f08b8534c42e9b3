package dev.ripcord.deploy.bench.figures;

import java.util.List;

/**
 * How fast something was.
 *
 * @param eventsPerSecond of each repetition
 * @param median of them
 * @param runaways that were in the log and were found, over all repetitions; null for what looks for none
 */
public record Rate(List<Long> eventsPerSecond, long median, Integer runaways) {
    static Rate of(List<Measured> repetitions) {
        var rates = repetitions.stream().map(Measured::eventsPerSecond).toList();
        var runaways = repetitions.stream().allMatch(one -> one.runaways() == null)
                ? null
                : (Integer) repetitions.stream().mapToInt(Measured::runaways).sum();
        return new Rate(rates, Math.round(Median.of(rates)), runaways);
    }

    /** One repetition. */
    public record Measured(long eventsPerSecond, Integer runaways) {}
}
