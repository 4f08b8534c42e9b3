package dev.ripcord.fact;

/** Facts about the same thing, whose names begin with the same word: what that thing is, and where they are known. */
public enum FactGroup {
    CALL(
            "call",
            "A call is a tool with its canonical arguments: keys in any order, numbers by value, without fields that"
                    + " differ each time, such as a request_id. Known on a tool_invocation with tool_args, and as of"
                    + " then on the tool_response that answers it. A tool_response that brings tool_args itself and"
                    + " answers no open invocation stands for its own."),
    OUTCOME(
            "outcome",
            "An outcome is the status, error and tool_result (or content_hash) of a call. Known on a tool_response"
                    + " that shows an error or a result and whose call is known; other responses change nothing. A bare"
                    + " status of success is no outcome: it says nothing about what came of the call."),
    ERROR(
            "error",
            "A result is a tool_response or validation_outcome that shows a status, error or tool_result. Known on"
                    + " results; of a tool that only communicates just error.is and error.hidden."),
    LOOP(
            "loop",
            "The shortest cycle of up to 16 calls of which the latest calls are at least two rounds. Known where a"
                    + " call is made whose arguments are known; a call without arguments ends every cycle."),
    STALE_LOOP(
            "stale_loop",
            "The same over calls together with their outcomes, in the order of the responses. Known on a"
                    + " tool_response whose call and outcome are known."),
    STATE(
            "state",
            "A state is known by the hash that the agent gives of it. Known on steps that carry state_snapshot_hash"
                    + " and do more than communicate."),
    NOVELTY(
            "novelty",
            "New is a call, an outcome, a state or a decision never seen in this session, a user_request or a"
                    + " human_approval; the first step counts from the beginning. Known on every step, but absent"
                    + " from a call without arguments or a tool_response without known outcome until the next new"
                    + " thing: what is not shown may be new."),
    DECISION(
            "decision",
            "A decision is what a planner_decision says in decision, else in content, letter case and white space"
                    + " aside; where there is only a content_hash, that. Known on a planner_decision with one of them."),
    STALL(
            "stall",
            "Signs of going nowhere, added up; no sum falls below 0, and a user_request or human_approval begins them"
                    + " anew. A call is judged when it is made, and once more in its place by the outcome, where the"
                    + " response answers the latest call. Repeated: among the latest 64 calls already. Nearly equal"
                    + " (similar): at least 0.7 (0.6) of the neighbouring word pairs of tool, keys and values are"
                    + " shared with one of the latest 8 calls. State unchanged: the states reported since the call"
                    + " before are the one of before that. A decision counts for the next call, as taken before where"
                    + " decision.count or decision.similar_in_a_row is above 1. A result is old where it has 16 words"
                    + " or more and each of its lines, or of 8 sampled ones, was in a result of this session (of the"
                    + " latest 64 samples); stale where it failed, the call gave this outcome before, or it is old and"
                    + " the call not repeated; else it is news. News of a repeated or similar call moves nothing"
                    + " (polling, pages, batches); news of another call is progress. Passive tools: scroll, noop, wait,"
                    + " mouse_move. Known on steps that make or answer a call whose arguments are known; a call"
                    + " without arguments moves nothing, and ends what is known until the next one."),
    HANDOFF("handoff", "Known on an agent_handoff with from_agent and to_agent."),
    MESSAGE(
            "message",
            "Known on a message with content; where there is only a content_hash, message.in_a_row alone. A call or a"
                    + " user_request ends a row of messages."),
    COST(
            "cost",
            "Costs are added up from cost_usd. session_cost_usd raises the sum to at least itself, and where it"
                    + " stands alone the step cost as much as the sum rose, from the second report on. A step that"
                    + " corrects an earlier one moves the sums by the difference. Known on every step once any has"
                    + " reported a cost."),
    TOKENS(
            "tokens",
            "input_tokens and output_tokens; cached and reasoning tokens are parts of them. Known on every step once"
                    + " any has reported them."),
    LATENCY("latency", "latency_ms. Known on every step once any has reported it."),
    RETRY("retry", "Known on every step once any was a retry_attempt or reported a retry_count."),
    BUDGET("budget", "Known on every step once any has reported budget_remaining; an overdrawn budget is 0."),
    SESSION(
            "session",
            "Counted from the beginning of the session, or from the latest time that its facts began anew: after an"
                    + " idle gap, or where a halt was released. Known on every step."),
    REQUEST(
            "request",
            "Counted from the latest user_request, or from where session begins while there was none. With them a row or"
                    + " a cycle is one since the user spoke: call.in_a_row >= 4 && request.calls >= 4. Known on every"
                    + " step."),
    COVERAGE(
            "coverage",
            "What the telemetry shows of the session, from its first event on; a restart of the other facts does not"
                    + " change it.");

    private final String groupName;
    private final String definition;

    FactGroup(String groupName, String definition) {
        this.groupName = groupName;
        this.definition = definition;
    }

    /** The word before the dot in the names of its facts. */
    public String groupName() {
        return groupName;
    }

    public String definition() {
        return definition;
    }
}
