package dev.ripcord.console.replay.cause;

import dev.ripcord.console.replay.cause.LikelyCause.Kind;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactKind;
import dev.ripcord.fact.FactValues;

/**
 * What speaks for a cause: a fact that reaches a number. The rules stand in the order in which they win: the narrower
 * one says more. Their numbers are those at which one begins to wonder, below those at which patterns halt.
 */
enum CauseRule {
    PING_PONG(Kind.HANDOFF, Fact.HANDOFF_PING_PONG, 4, "two agents handed over to each other %s times in a row"),
    SAME_TASK(Kind.HANDOFF, Fact.HANDOFF_SAME_TASK, 3, "the same task was handed to the same agent %s times"),
    SAME_ERROR(
            Kind.RETRY_POLICY,
            Fact.ERROR_SAME_IN_A_ROW,
            3,
            "the same error came back %s times in a row, and the agent went on trying"),
    RETRIES(Kind.RETRY_POLICY, Fact.RETRY_COUNT, 5, "a step was tried again %s times"),
    HIDDEN_ERROR(
            Kind.TOOL_CONTRACT, Fact.ERROR_HIDDEN, 1, "a tool reported success, and its result says that it failed"),
    SAME_OUTCOME(
            Kind.TOOL_CONTRACT,
            Fact.OUTCOME_IN_A_ROW,
            3,
            "a tool gave the same answer to the same call %s times in a row"),
    TOOL_FAILS(Kind.TOOL_CONTRACT, Fact.ERROR_TOOL_IN_A_ROW, 3, "one tool failed %s times in a row"),
    STALE_STATE(
            Kind.STATE,
            Fact.STATE_STALE_VISITS,
            3,
            "the session came to the same state %s times with nothing new between"),
    UNCHANGED_STATE(Kind.STATE, Fact.STATE_UNCHANGED, 5, "%s steps in a row left the state as it was"),
    STALE_DECISION(
            Kind.MODEL, Fact.DECISION_STALE_COUNT, 3, "the same decision was taken %s times with nothing new between"),
    SIMILAR_DECISIONS(Kind.MODEL, Fact.DECISION_SIMILAR_IN_A_ROW, 3, "%s decisions in a row were nearly the same"),
    SIMILAR_MESSAGES(Kind.MODEL, Fact.MESSAGE_SIMILAR_IN_A_ROW, 3, "%s messages in a row were nearly the same"),
    CALL_LOOP(Kind.MODEL, Fact.LOOP_REPEATS, 3, "the same round of calls was made %s times in a row");

    private final Kind kind;
    private final Fact fact;
    private final long from;
    private final String sentence;

    CauseRule(Kind kind, Fact fact, long from, String sentence) {
        this.kind = kind;
        this.fact = fact;
        this.from = from;
        this.sentence = sentence;
    }

    Kind kind() {
        return kind;
    }

    Fact fact() {
        return fact;
    }

    /** @return the fact's value at the step where it speaks for the cause; 0 where it does not */
    long at(FactValues facts) {
        if (!facts.has(fact)) {
            return 0;
        }
        long value = facts.bits(fact);
        return value >= from ? value : 0;
    }

    String sentence(long value) {
        return sentence.formatted(value);
    }

    /** @return the value as facts are written in JSON */
    Object shown(long value) {
        return fact.kind() == FactKind.FLAG ? (Object) (value != 0) : (Object) value;
    }
}
