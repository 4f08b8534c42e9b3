package dev.ripcord.fact;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The catalogue of facts: every number that a condition can read, with its exact definition.
 *
 * <p>A fact that the telemetry cannot support is absent, not zero: a condition that reads it does not hold. Steps that
 * only communicate or report ({@link StepRole}) neither add to, reset nor shift the facts about calls.
 */
public enum Fact {
    // Calls: a call is a tool with its canonical arguments. Known on a tool_invocation, and on the tool_response
    // that answers it.
    CALL_COUNT(1, "call.count", FactKind.COUNT, "times this call was made so far, this one included"),
    CALL_IN_A_ROW(2, "call.in_a_row", FactKind.COUNT, "times in a row that this call was made, no other call between"),
    CALL_RECENT(
            3, "call.recent", FactKind.COUNT, "times that this call is among the latest 64 calls, this one included"),
    CALL_TOOL_IN_A_ROW(4, "call.tool_in_a_row", FactKind.COUNT, "calls in a row of this tool, whatever the arguments"),
    // Outcomes: status, error and result of a call. Known on a tool_response whose call is known.
    OUTCOME_COUNT(
            10, "outcome.count", FactKind.COUNT, "times that this call gave this outcome so far, this one included"),
    OUTCOME_IN_A_ROW(
            11,
            "outcome.in_a_row",
            FactKind.COUNT,
            "times in a row that this call gave this outcome; other calls may lie between"),
    OUTCOME_SPAN(12, "outcome.span", FactKind.DURATION, "time since the first outcome of that row"),
    OUTCOME_NEW(13, "outcome.is_new", FactKind.FLAG, "whether this call never gave this outcome before"),
    // Errors: known on a tool_response and on a validation_outcome.
    ERROR_IS(
            20,
            "error.is",
            FactKind.FLAG,
            "whether this step failed: its status or error says so, or an error is hidden in a successful result"),
    ERROR_HIDDEN(21, "error.hidden", FactKind.FLAG, "whether this step's error is hidden in a successful result"),
    ERROR_IN_A_ROW(22, "error.in_a_row", FactKind.COUNT, "results in a row that failed, whatever the tool"),
    ERROR_TOOL_IN_A_ROW(23, "error.tool_in_a_row", FactKind.COUNT, "results in a row of this tool that failed"),
    ERROR_SAME_IN_A_ROW(
            24,
            "error.same_in_a_row",
            FactKind.COUNT,
            "results in a row that failed with this error, numbers and quoted parts aside"),
    ERROR_COUNT(25, "error.count", FactKind.COUNT, "results that failed so far"),
    // Loops: the shortest cycle of up to 16 calls that the latest calls repeat. Known on a tool_invocation.
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
    LOOP_LENGTH(32, "loop.length", FactKind.COUNT, "calls that the cycle covers so far"),
    // Loops with their outcomes: the same over calls together with their outcomes. Known on a tool_response whose
    // call is known.
    STALE_LOOP_PERIOD(35, "stale_loop.period", FactKind.COUNT, "as loop.period, over calls with their outcomes"),
    STALE_LOOP_REPEATS(36, "stale_loop.repeats", FactKind.COUNT, "as loop.repeats, over calls with their outcomes"),
    STALE_LOOP_LENGTH(37, "stale_loop.length", FactKind.COUNT, "as loop.length, over calls with their outcomes"),
    // State: the hash that the agent gives of its state. Known on steps that carry state_snapshot_hash.
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
            "visits of this state since anything new was seen, this one included"),
    // Novelty: new is a call, an outcome, a state or a decision never seen in this session, a user_request or a
    // human_approval.
    NOVELTY_STEPS_SINCE(
            45,
            "novelty.steps_since",
            FactKind.COUNT,
            "steps since the latest new thing; 0 where this step is new; steps that only report cost do not count"),
    NOVELTY_CALLS_SINCE(46, "novelty.calls_since", FactKind.COUNT, "calls since the latest new thing"),
    // Decisions: the planner's decision (or content), letter case and white space aside. Known on a
    // planner_decision with text.
    DECISION_COUNT(
            50, "decision.count", FactKind.COUNT, "times that this decision was taken so far, this one included"),
    DECISION_IN_A_ROW(
            51, "decision.in_a_row", FactKind.COUNT, "times in a row that this decision was taken, no other between"),
    DECISION_STALE_COUNT(
            52,
            "decision.stale_count",
            FactKind.COUNT,
            "times that this decision was taken since anything new was seen, this one included"),
    DECISION_SIMILAR_IN_A_ROW(
            53,
            "decision.similar_in_a_row",
            FactKind.COUNT,
            "decisions in a row that are nearly this one (at most 3 of 64 sketch bits differ from the one before)"),
    // Hand-offs: known on an agent_handoff with from_agent and to_agent.
    HANDOFF_COUNT(60, "handoff.count", FactKind.COUNT, "hand-offs so far"),
    HANDOFF_DEPTH(
            61,
            "handoff.depth",
            FactKind.COUNT,
            "hand-offs deep: agents on the way from the first one to this one, a return to an earlier one going back up"),
    HANDOFF_PING_PONG(
            62,
            "handoff.ping_pong",
            FactKind.COUNT,
            "hand-offs in a row between the same two agents, each back where the one before came from; 1 where it is none"),
    HANDOFF_SAME_TASK(
            63,
            "handoff.same_task",
            FactKind.COUNT,
            "times that this task was handed to this agent so far; absent where no task is given"),
    HANDOFF_MINUTE(64, "handoff.minute", FactKind.COUNT, "hand-offs within the latest minute of the session clock"),
    // Messages: what an agent says. Known on a message with content.
    MESSAGE_IN_A_ROW(
            70,
            "message.in_a_row",
            FactKind.COUNT,
            "messages in a row equal to this one, this one included; a call or a user_request between ends the row"),
    MESSAGE_SIMILAR_IN_A_ROW(
            71,
            "message.similar_in_a_row",
            FactKind.COUNT,
            "the same for messages that are nearly equal (at most 3 of 64 sketch bits differ from the one before)"),
    MESSAGE_SIMILAR_RECENT(
            72,
            "message.similar_recent",
            FactKind.COUNT,
            "nearly equal messages among the latest 16, this one included"),
    // Cost: known once any step has reported one.
    COST_STEP(80, "cost.step", FactKind.MONEY, "dollars that this step cost; absent where the step reports none"),
    COST_SESSION(81, "cost.session", FactKind.MONEY, "dollars that the session cost so far"),
    COST_MINUTE(82, "cost.minute", FactKind.MONEY, "dollars within the latest minute of the session clock"),
    COST_BASELINE(
            83,
            "cost.baseline",
            FactKind.MONEY,
            "the session's usual step cost: the median of up to 64 latest costly steps before this one; absent before the eighth"),
    COST_RATIO(84, "cost.ratio", FactKind.RATIO, "this step's cost by cost.baseline; absent where either is"),
    // Tokens and latency: known once any step has reported them.
    TOKENS_STEP(90, "tokens.step", FactKind.COUNT, "input and output tokens of this step"),
    TOKENS_SESSION(91, "tokens.session", FactKind.COUNT, "tokens of the session so far"),
    TOKENS_MINUTE(92, "tokens.minute", FactKind.COUNT, "tokens within the latest minute of the session clock"),
    LATENCY_STEP(95, "latency.step", FactKind.DURATION, "latency that this step reports"),
    LATENCY_SESSION(96, "latency.session", FactKind.DURATION, "sum of latencies so far"),
    LATENCY_MINUTE(
            97, "latency.minute", FactKind.DURATION, "sum of latencies within the latest minute of the session clock"),
    // Retries and budget.
    RETRY_COUNT(
            100,
            "retry.count",
            FactKind.COUNT,
            "the larger of the retry_count that this step reports and the retry_attempts since the latest result that was no error"),
    BUDGET_REMAINING(
            105,
            "budget.remaining",
            FactKind.MONEY,
            "dollars left as last reported in budget_remaining; absent before"),
    BUDGET_TIME_LEFT(
            106,
            "budget.time_left",
            FactKind.DURATION,
            "time until budget.remaining is gone at the rate of cost.minute; absent where either is, or the rate is 0"),
    // The session.
    SESSION_STEPS(110, "session.steps", FactKind.COUNT, "steps so far, this one included"),
    SESSION_CALLS(111, "session.calls", FactKind.COUNT, "calls so far, this one included"),
    SESSION_AGE(112, "session.age", FactKind.DURATION, "time since the first step on the session clock"),
    SESSION_IDLE(113, "session.idle", FactKind.DURATION, "time since the step before on the session clock"),
    SESSION_ENDED(114, "session.ended", FactKind.FLAG, "whether session_end or termination came before this step");

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
