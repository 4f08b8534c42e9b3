package dev.ripcord.deploy.bench.figures;

import java.util.List;
import java.util.Objects;

/**
 * How fast something was.
 *
 * @param eventsPerSecond of each repetition
 * @param median of them
 * @param runaways that were in the log and were found, over all repetitions that were judged to their end; null where
 *     none was, and for what looks for none
 */
public record Rate(List<Long> eventsPerSecond, long median, Integer runaways) {
    static Rate of(List<Measured> repetitions) {
        var rates = repetitions.stream().map(Measured::eventsPerSecond).toList();
        var counted = repetitions.stream()
                .map(Measured::runaways)
                .filter(Objects::nonNull)
                .toList();
        var runaways = counted.stream().reduce(Integer::sum).orElse(null);
        return new Rate(rates, Math.round(Median.of(rates)), runaways);
    }

    /** One repetition. */
    public record Measured(long eventsPerSecond, Integer runaways) {}
}
