package dev.ripcord.condition;

import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactKind;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How small and how large a fact can be, where it is known: counts that count their own step begin at 1, and some look
 * at so many of the latest calls or messages only. The catalogue says which.
 */
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

    private static final Set<Fact> FROM_ONE = Set.of(
            Fact.CALL_COUNT,
            Fact.CALL_IN_A_ROW,
            Fact.CALL_RECENT,
            Fact.CALL_TOOL_IN_A_ROW,
            Fact.CALL_SINCE_PROGRESS,
            Fact.OUTCOME_COUNT,
            Fact.OUTCOME_IN_A_ROW,
            Fact.LOOP_REPEATS,
            Fact.STALE_LOOP_REPEATS,
            Fact.STATE_VISITS,
            Fact.STATE_UNCHANGED,
            Fact.STATE_STALE_VISITS,
            Fact.DECISION_COUNT,
            Fact.DECISION_IN_A_ROW,
            Fact.DECISION_STALE_COUNT,
            Fact.DECISION_SIMILAR_IN_A_ROW,
            Fact.DECISION_SINCE_CALL,
            Fact.HANDOFF_COUNT,
            Fact.HANDOFF_PING_PONG,
            Fact.HANDOFF_SAME_TASK,
            Fact.HANDOFF_MINUTE,
            Fact.MESSAGE_IN_A_ROW,
            Fact.MESSAGE_SIMILAR_IN_A_ROW,
            Fact.MESSAGE_SIMILAR_RECENT,
            Fact.SESSION_STEPS,
            Fact.SESSION_TYPE_COUNT,
            Fact.REQUEST_TYPE_COUNT);

    private FactReach() {}

    /** @return what the fact can be before anything is asked of it, in the unit of its kind; milliseconds of a time */
    static ValueRange of(Fact fact) {
        return ValueRange.between(FROM_ONE.contains(fact) ? 1 : 0, MOST.getOrDefault(fact, Double.POSITIVE_INFINITY));
    }

    /**
     * @param path as the clause names the fact
     * @param number at or beyond an end of what it can be
     * @return {@code session.steps is never below 1}
     */
    static String end(String path, Fact fact, double number) {
        ValueRange reach = of(fact);
        return number >= reach.most()
                ? path + " is never above " + shown(fact, reach.most())
                : path + " is never below " + shown(fact, reach.least());
    }

    private static String shown(Fact fact, double number) {
        boolean isTime = fact.kind() == FactKind.DURATION;
        return Shown.exactly(isTime ? Duration.ofMillis((long) number) : (Object) number);
    }
}
