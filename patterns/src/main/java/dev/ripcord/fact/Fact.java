package dev.ripcord.fact;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The catalogue of facts: every number that a condition can read, with its exact definition.
 *
 * <p>A fact that the telemetry cannot support is absent, not zero: a condition that reads it does not hold. Where facts
 * are known, and what their words mean, is said with their {@link FactGroup}. Steps that only communicate or report
 * ({@link StepRole}) neither add to, reset nor shift the facts about calls, outcomes, states and novelty.
 *
 * <p>Counts are exact over the 256 most recently used calls, outcomes, states and so on; one that was not used for
 * longer counts as new.
 */
public enum Fact {
    CALL_COUNT(1, "call.count", FactKind.COUNT, "times this call was made so far, this one included"),
    CALL_IN_A_ROW(
            2,
            "call.in_a_row",
            FactKind.COUNT,
            "times in a row that this call was made, no other call between, this one included"),
    CALL_RECENT(
            3, "call.recent", FactKind.COUNT, "times that this call is among the latest 64 calls, this one included"),
    CALL_TOOL_IN_A_ROW(
            4,
            "call.tool_in_a_row",
            FactKind.COUNT,
            "calls in a row of this tool, whatever the arguments; known without arguments too"),
    CALL_ID(
            5,
            "call.id",
            FactKind.IDENTITY,
            "which call it is: equal for equal calls; also of tools that only communicate"),
    CALL_SINCE_PROGRESS(
            6,
            "call.since_progress",
            FactKind.COUNT,
            "times that this call was made since outcome.progressed last held for it, this one included; call.count where it never did. Known where a call is made"),
    CALL_OUTCOME_IN_A_ROW(
            7,
            "call.outcome_in_a_row",
            FactKind.COUNT,
            "times in a row that this call gave the outcome which it gave last, before this step; 0 where it gave none. Known where a call is made"),
    CALL_POLLS(
            8,
            "call.polls",
            FactKind.FLAG,
            "true where the step's tool asks how something is getting on, by what is said of tools; absent otherwise"),
    OUTCOME_COUNT(
            10, "outcome.count", FactKind.COUNT, "times that this call gave this outcome so far, this one included"),
    OUTCOME_IN_A_ROW(
            11,
            "outcome.in_a_row",
            FactKind.COUNT,
            "times in a row that this call gave this outcome, this one included; other calls may lie between"),
    OUTCOME_SPAN(12, "outcome.span", FactKind.DURATION, "time from the first outcome of that row to this one"),
    OUTCOME_NEW(13, "outcome.is_new", FactKind.FLAG, "whether this call never gave this outcome before"),
    OUTCOME_ID(
            14,
            "outcome.id",
            FactKind.IDENTITY,
            "which status, error and result it is: equal for equal ones, whatever the call; known without a known call too"),
    OUTCOME_PROGRESS(
            15,
            "outcome.progress",
            FactKind.RATIO,
            "how far the result says the work has come: a percentage by 100 (40% is 0.4), a ratio as a fraction (3/12, 3 of 12), a field progress, percent, percentage, percent_complete, completion, ratio or fraction as it stands, or completed, done, processed or current by total; of a text of more than 200 characters, and of other results, absent"),
    OUTCOME_PROGRESSED(
            16,
            "outcome.progressed",
            FactKind.FLAG,
            "whether outcome.progress is above that of this call's result before; absent where either shows none"),
    OUTCOME_CHURN(
            17,
            "outcome.churn",
            FactKind.COUNT,
            "results in a row of one tool that are the same, each of a call never made before, this one included; 0 where this call was made before; absent where no error and no result is shown"),
    OUTCOME_CHURN_GAP(
            18,
            "outcome.churn_gap",
            FactKind.DURATION,
            "time since the result before in that row; absent where this one is the first, or in none"),
    ERROR_IS(
            20,
            "error.is",
            FactKind.FLAG,
            "whether this step failed: its status or error says so, or an error is hidden in a successful result"),
    ERROR_HIDDEN(21, "error.hidden", FactKind.FLAG, "whether this step's error is hidden in a successful result"),
    ERROR_IN_A_ROW(
            22,
            "error.in_a_row",
            FactKind.COUNT,
            "results in a row that failed, whatever the tool; 0 where this one did not"),
    ERROR_TOOL_IN_A_ROW(
            23,
            "error.tool_in_a_row",
            FactKind.COUNT,
            "results in a row of this tool that failed, whatever other tools did between; absent where no tool is named"),
    ERROR_SAME_IN_A_ROW(
            24,
            "error.same_in_a_row",
            FactKind.COUNT,
            "results in a row that failed with this error; letter case, quoted parts and words with digits aside; 0 where this one did not fail"),
    ERROR_COUNT(25, "error.count", FactKind.COUNT, "results that failed so far"),
    ERROR_ID(
            26,
            "error.id",
            FactKind.IDENTITY,
            "which error it is: equal where error.same_in_a_row counts on; absent where this one did not fail"),
    LOOP_PERIOD(
            30,
            "loop.period",
            FactKind.COUNT,
            "calls in one round of the cycle; 1 for the same call again and again; 0 where there is none"),
    LOOP_REPEATS(
            31,
            "loop.repeats",
            FactKind.COUNT,
            "complete rounds so far, the first included; 1 where there is no cycle"),
    LOOP_LENGTH(
            32,
            "loop.length",
            FactKind.COUNT,
            "calls that the cycle covers so far, an incomplete round included; 0 where there is none"),
    LOOP_ROUNDS(
            33,
            "loop.rounds",
            FactKind.COUNTS,
            "complete rounds that the latest calls make with a period of 1, of 2, .. of 8: loop.rounds[p - 1] for period p; 1 where it is no cycle of that period, at most 255"),
    STALE_LOOP_PERIOD(35, "stale_loop.period", FactKind.COUNT, "as loop.period, over calls with their outcomes"),
    STALE_LOOP_REPEATS(36, "stale_loop.repeats", FactKind.COUNT, "as loop.repeats, over calls with their outcomes"),
    STALE_LOOP_LENGTH(37, "stale_loop.length", FactKind.COUNT, "as loop.length, over calls with their outcomes"),
    STALE_LOOP_ROUNDS(38, "stale_loop.rounds", FactKind.COUNTS, "as loop.rounds, over calls with their outcomes"),
    STATE_VISITS(
            40,
            "state.visits",
            FactKind.COUNT,
            "times that the session was in this state, this one included; staying in it counts once"),
    STATE_UNCHANGED(
            41, "state.unchanged", FactKind.COUNT, "steps in a row, this one included, that reported this same state"),
    STATE_STALE_VISITS(
            42,
            "state.stale_visits",
            FactKind.COUNT,
            "visits of this state since anything new was seen, this one included; 1 where this step is new; absent where novelty is"),
    STATE_ID(43, "state.id", FactKind.IDENTITY, "which state it is: equal for equal hashes"),
    NOVELTY_STEPS_SINCE(
            45,
            "novelty.steps_since",
            FactKind.COUNT,
            "steps since the latest new thing; 0 where this step is new; steps that only communicate or report do not count"),
    NOVELTY_CALLS_SINCE(
            46, "novelty.calls_since", FactKind.COUNT, "calls since the latest new thing; 0 where this step is new"),
    DECISION_COUNT(
            50, "decision.count", FactKind.COUNT, "times that this decision was taken so far, this one included"),
    DECISION_IN_A_ROW(
            51, "decision.in_a_row", FactKind.COUNT, "times in a row that this decision was taken, no other between"),
    DECISION_STALE_COUNT(
            52,
            "decision.stale_count",
            FactKind.COUNT,
            "times that this decision was taken since anything new was seen, this one included; 1 where it is new; absent where novelty is"),
    DECISION_SIMILAR_IN_A_ROW(
            53,
            "decision.similar_in_a_row",
            FactKind.COUNT,
            "decisions in a row each nearly the one before (at most 10 of 64 sketch bits differ; below 8 words only equal ones are); absent where only a hash is given"),
    DECISION_ID(54, "decision.id", FactKind.IDENTITY, "which decision it is: equal for equal decisions"),
    DECISION_SINCE_CALL(
            55,
            "decision.since_call",
            FactKind.COUNT,
            "decisions since the latest call, user_request or human_approval, this one included; known on every planner_decision, whatever it says"),
    STALL_DEBT(
            120,
            "stall.debt",
            FactKind.RATIO,
            "debt of stalled calls: +0.6 where the call is repeated (else +0.3 where nearly equal), +0.4 where it failed or the state is unchanged, +0.25 where the decision before it was taken before, +0.25 where its result is old; times 0.6 of a passive tool; -1.6 where that comes to less than 0.3. Known on every step from the first call on"),
    STALL_CYCLE(
            121,
            "stall.cycle",
            FactKind.RATIO,
            "credit of the strongest cycle: for a lag of 1 to 8 calls, the sum over the latest calls in a row that equal the one that many calls before; 1 each, +0.5 where the state is unchanged, +0.5 where it failed; 0.5 of a passive tool"),
    STALL_REPEATS(
            122,
            "stall.repeats",
            FactKind.COUNT,
            "calls among the latest 20 that equal an earlier one of these 20; not those whose result is news"),
    STALL_UNCHANGED(
            123,
            "stall.unchanged",
            FactKind.RATIO,
            "debt of calls without effect: +1 where the state is unchanged and the call is repeated, nearly equal or failed; else -0.5. Absent while no state was reported"),
    STALL_STALE_RESULTS(
            124,
            "stall.stale_results",
            FactKind.RATIO,
            "debt of results that bring nothing: +1 where the result is stale and the call repeated or similar, +0.25 where it is stale and the call another one, -2 where it is news of another call. Absent while no result was shown"),
    STALL_NO_PROGRESS(
            125,
            "stall.no_progress",
            FactKind.RATIO,
            "debt of calls without progress: +1 where the call is repeated, failed, or the state is unchanged (+0.5 of a passive tool); else -1.5"),
    STALL_POINTS(
            126,
            "stall.points",
            FactKind.RATIO,
            "points of calls without progress: +2 where repeated, +2 where it failed or the state is unchanged, +1 where the decision was taken before, half of a passive tool; -4 where it is neither repeated, failed nor the state unchanged"),
    HANDOFF_COUNT(60, "handoff.count", FactKind.COUNT, "hand-offs so far"),
    HANDOFF_DEPTH(
            61,
            "handoff.depth",
            FactKind.COUNT,
            "hand-offs deep: those on the way from the first agent to this one, a return to an earlier agent going back up to it"),
    HANDOFF_PING_PONG(
            62,
            "handoff.ping_pong",
            FactKind.COUNT,
            "hand-offs in a row between the same two agents, each back where the one before came from; 1 where it is none"),
    HANDOFF_SAME_TASK(
            63,
            "handoff.same_task",
            FactKind.COUNT,
            "times that this task (letter case and white space aside) was handed to this agent so far; absent where none is given"),
    HANDOFF_MINUTE(
            64,
            "handoff.minute",
            FactKind.COUNT,
            "hand-offs within the latest minute of the session clock, in steps of a second"),
    MESSAGE_IN_A_ROW(70, "message.in_a_row", FactKind.COUNT, "messages in a row equal to this one, this one included"),
    MESSAGE_SIMILAR_IN_A_ROW(
            71,
            "message.similar_in_a_row",
            FactKind.COUNT,
            "messages in a row each nearly the one before (at most 10 of 64 sketch bits differ; below 8 words only equal ones are), this one included"),
    MESSAGE_SIMILAR_RECENT(
            72,
            "message.similar_recent",
            FactKind.COUNT,
            "messages nearly equal to this one among the latest 16, this one included, whatever lies between"),
    MESSAGE_ID(73, "message.id", FactKind.IDENTITY, "which message it is: equal for equal texts"),
    COST_STEP(
            80,
            "cost.step",
            FactKind.MONEY,
            "dollars that this step cost; absent where it reports none, or corrects an earlier step"),
    COST_SESSION(81, "cost.session", FactKind.MONEY, "dollars that the session cost so far"),
    COST_MINUTE(
            82,
            "cost.minute",
            FactKind.MONEY,
            "dollars within the latest minute of the session clock, in steps of a second"),
    COST_BASELINE(
            83,
            "cost.baseline",
            FactKind.MONEY,
            "the session's usual step cost: the median of up to 64 latest steps that cost anything, before this one; absent while they are fewer than 8"),
    COST_RATIO(84, "cost.ratio", FactKind.RATIO, "this step's cost by cost.baseline; absent where either is"),
    TOKENS_STEP(
            90, "tokens.step", FactKind.COUNT, "input and output tokens of this step; absent where it reports none"),
    TOKENS_SESSION(91, "tokens.session", FactKind.COUNT, "tokens of the session so far"),
    TOKENS_MINUTE(
            92,
            "tokens.minute",
            FactKind.COUNT,
            "tokens within the latest minute of the session clock, in steps of a second"),
    LATENCY_STEP(95, "latency.step", FactKind.DURATION, "latency that this step reports; absent where it reports none"),
    LATENCY_SESSION(96, "latency.session", FactKind.DURATION, "sum of latencies so far"),
    LATENCY_MINUTE(
            97,
            "latency.minute",
            FactKind.DURATION,
            "sum of latencies within the latest minute of the session clock, in steps of a second"),
    RETRY_COUNT(
            100,
            "retry.count",
            FactKind.COUNT,
            "the larger of the retry_count that this step reports and the retry_attempts since the latest result that was no error"),
    BUDGET_REMAINING(105, "budget.remaining", FactKind.MONEY, "dollars left as last reported in budget_remaining"),
    BUDGET_TIME_LEFT(
            106,
            "budget.time_left",
            FactKind.DURATION,
            "time until budget.remaining is gone at the rate of cost.minute; absent where either is, or the rate is 0"),
    SESSION_STEPS(110, "session.steps", FactKind.COUNT, "steps so far, this one included"),
    SESSION_CALLS(
            111,
            "session.calls",
            FactKind.COUNT,
            "calls so far, those without arguments and this one included; tools that only communicate do not count"),
    SESSION_AGE(112, "session.age", FactKind.DURATION, "time since the first step on the session clock"),
    SESSION_IDLE(
            113,
            "session.idle",
            FactKind.DURATION,
            "time since the step before on the session clock; absent on the very first"),
    SESSION_ENDED(114, "session.ended", FactKind.FLAG, "whether session_end or termination came before this step"),
    SESSION_TYPE_COUNT(
            116,
            "session.type_count",
            FactKind.COUNT,
            "steps of this event_type so far, this one included; absent for types that Ripcord does not know"),
    REQUEST_CALLS(
            130,
            "request.calls",
            FactKind.COUNT,
            "calls since the latest user_request, this one included, as session.calls counts them"),
    REQUEST_STEPS(
            131, "request.steps", FactKind.COUNT, "steps since the latest user_request, this one included; 0 on it"),
    REQUEST_TYPE_COUNT(
            132,
            "request.type_count",
            FactKind.COUNT,
            "as session.type_count, since the latest user_request; absent on it"),
    COVERAGE_OUTCOMES(
            115,
            "coverage.outcomes",
            FactKind.RATIO,
            "share of the session's calls, the latest aside, whose outcome was reported; absent before the second call");

    private static final Map<String, Fact> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Fact::factName, fact -> fact));

    private static final Fact[] BY_CODE = byCode();

    private final int code;
    private final String factName;
    private final FactKind kind;
    private final String definition;

    Fact(int code, String factName, FactKind kind, String definition) {
        this.code = code;
        this.factName = factName;
        this.kind = kind;
        this.definition = definition;
    }

    /** What stands for the fact in state. Never changed, never used again. */
    public int code() {
        return code;
    }

    /** The name in conditions, {@code group.name}. */
    public String factName() {
        return factName;
    }

    public String group() {
        return factName.substring(0, factName.indexOf('.'));
    }

    public FactKind kind() {
        return kind;
    }

    public String definition() {
        return definition;
    }

    public static Optional<Fact> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** @return the fact, or empty where a newer version of Ripcord wrote a fact that this one does not know */
    public static Optional<Fact> coded(int code) {
        return code >= 0 && code < BY_CODE.length ? Optional.ofNullable(BY_CODE[code]) : Optional.empty();
    }

    private static Fact[] byCode() {
        Fact[] facts =
                new Fact[Arrays.stream(values()).mapToInt(Fact::code).max().orElse(0) + 1];
        for (Fact fact : values()) {
            facts[fact.code] = fact;
        }
        return facts;
    }
}
