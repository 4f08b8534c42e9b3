package dev.ripcord.condition;

import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactGroup;
import java.util.EnumSet;
import java.util.Set;

/** What is among the first steps of every session whose telemetry shows what it does. */
enum Occasion {
    /** A step of no particular kind. */
    STEP,
    /** A tool is called, with arguments. */
    CALL,
    /** The call's result is shown. */
    RESULT;

    /** Facts of the calls' groups that are known where a call is made, not where it is answered. */
    private static final Set<Fact> OF_CALLS_ALONE = Set.of(Fact.CALL_SINCE_PROGRESS, Fact.CALL_OUTCOME_IN_A_ROW);

    /** Facts that stay unknown in many sessions, though the others of their groups are known. */
    private static final Set<Fact> OF_SOME_SESSIONS = Set.of(
            Fact.CALL_POLLS,
            Fact.OUTCOME_PROGRESS,
            Fact.OUTCOME_PROGRESSED,
            Fact.OUTCOME_CHURN_GAP,
            Fact.ERROR_ID,
            Fact.STALL_UNCHANGED);

    /**
     * Novelty is known until a call comes without arguments, or a result that is not shown: the first steps have it.
     *
     * @return the occasions on which the fact is known, the very first of them aside where it compares with an earlier
     *     one; none for what waits for something that need not ever happen or be reported
     */
    static Set<Occasion> knowing(Fact fact) {
        if (OF_SOME_SESSIONS.contains(fact)) {
            return none();
        }
        if (OF_CALLS_ALONE.contains(fact)) {
            return EnumSet.of(CALL);
        }
        return switch (FactGroup.of(fact)) {
            case SESSION, REQUEST, NOVELTY, COVERAGE -> all();
            case CALL, STALL -> EnumSet.of(CALL, RESULT);
            case LOOP -> EnumSet.of(CALL);
            case OUTCOME, ERROR, STALE_LOOP -> EnumSet.of(RESULT);
            case STATE, DECISION, HANDOFF, MESSAGE, COST, TOKENS, LATENCY, RETRY, BUDGET -> none();
        };
    }

    static Set<Occasion> all() {
        return EnumSet.allOf(Occasion.class);
    }

    static Set<Occasion> none() {
        return EnumSet.noneOf(Occasion.class);
    }
}
