package dev.ripcord.condition;

import dev.ripcord.fact.Fact;
import java.util.Map;

/** How large a fact can become: some look at so many of the latest calls or messages only. The catalogue says which. */
final class FactReach {
    /** Of the latest 20 calls the first repeats none of them. */
    private static final double MOST_REPEATS = 19;

    private static final Map<Fact, Double> MOST = Map.of(
            Fact.CALL_RECENT, 64.0,
            Fact.MESSAGE_SIMILAR_RECENT, 16.0,
            Fact.LOOP_PERIOD, 16.0,
            Fact.STALE_LOOP_PERIOD, 16.0,
            Fact.STALL_REPEATS, MOST_REPEATS,
            Fact.COVERAGE_OUTCOMES, 1.0);

    private FactReach() {}

    /** @return what the fact can be before anything is asked of it, in the unit of its kind */
    static ValueRange of(Fact fact) {
        return ValueRange.upTo(MOST.getOrDefault(fact, Double.POSITIVE_INFINITY));
    }
}
