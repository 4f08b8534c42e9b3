package dev.ripcord.deploy.bench.figures;

import dev.ripcord.deploy.bench.figures.Rate.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What was measured so far, by name. For one thread. */
public final class Results {
    private final Map<String, List<Measured>> rates = new LinkedHashMap<>();
    private final Map<String, Latency> latencies = new LinkedHashMap<>();
    private StateSize stateSize;
    private Footprint footprint;

    /** Adds a repetition. */
    public void rate(String name, Measured measured) {
        rates.computeIfAbsent(name, unseen -> new ArrayList<>()).add(measured);
    }

    public void latency(String name, Latency latency) {
        latencies.put(name, latency);
    }

    public void stateSize(StateSize measured) {
        stateSize = measured;
    }

    public void footprint(Footprint measured) {
        footprint = measured;
    }

    /** @return events a second, the median of all repetitions; empty where it was not measured */
    public OptionalDouble median(String name) {
        var known = rates.get(name);
        return known == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Rate.of(known).median());
    }

    /** @return how many times as fast the one is as the other; empty where one of them was not measured */
    public Optional<Double> ratio(String one, String other) {
        var above = median(one);
        var below = median(other);
        return above.isEmpty() || below.isEmpty()
                ? Optional.empty()
                : Optional.of(above.getAsDouble() / below.getAsDouble());
    }

    public Map<String, Rate> rates() {
        var all = new LinkedHashMap<String, Rate>();
        rates.forEach((name, repetitions) -> all.put(name, Rate.of(repetitions)));
        return all;
    }

    public Map<String, Latency> latencies() {
        return latencies;
    }

    public Optional<StateSize> stateSize() {
        return Optional.ofNullable(stateSize);
    }

    public Optional<Footprint> footprint() {
        return Optional.ofNullable(footprint);
    }
}
