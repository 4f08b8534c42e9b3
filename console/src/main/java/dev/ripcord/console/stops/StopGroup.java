package dev.ripcord.console.stops;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ripcord.topic.SessionKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Stops that have something in common.
 *
 * @param key what they have in common; empty where they name no tool
 * @param halts how many there are
 * @param sessions of how many sessions
 * @param spendUsd what these sessions had cost when they were stopped last; null where none reports a cost
 * @param first the broker's time of the first, milliseconds since the epoch; so is last
 * @param examples the sessions that were stopped last, {@value #EXAMPLES} at the most
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StopGroup(
        String key, int halts, int sessions, BigDecimal spendUsd, long first, long last, List<Example> examples) {
    private static final int EXAMPLES = 3;

    /** A session of a group. */
    public record Example(String tenantId, String sessionId) {}

    /** @return the largest group first; by hour the latest first */
    public static List<StopGroup> of(List<Stop> stops, StopGrouping by) {
        Map<String, List<Stop>> groups = new TreeMap<>();
        stops.forEach(stop ->
                groups.computeIfAbsent(by.key(stop), any -> new ArrayList<>()).add(stop));
        Comparator<StopGroup> largest =
                Comparator.comparingInt(StopGroup::halts).reversed().thenComparing(StopGroup::key);
        return groups.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .sorted(
                        by == StopGrouping.HOUR
                                ? Comparator.comparing(StopGroup::key).reversed()
                                : largest)
                .toList();
    }

    private static StopGroup group(String key, List<Stop> stops) {
        Map<SessionKey, Stop> latest = new LinkedHashMap<>();
        stops.stream()
                .sorted(Comparator.comparingLong(Stop::time).reversed())
                .forEach(stop -> latest.putIfAbsent(stop.session(), stop));
        BigDecimal spend = latest.values().stream()
                .map(Stop::spendUsd)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
        List<Example> examples = latest.values().stream()
                .limit(EXAMPLES)
                .map(stop -> new Example(stop.session().tenant(), stop.session().session()))
                .toList();
        long first = stops.stream().mapToLong(Stop::time).min().orElseThrow();
        long last = stops.stream().mapToLong(Stop::time).max().orElseThrow();
        return new StopGroup(key, stops.size(), latest.size(), spend, first, last, examples);
    }
}
