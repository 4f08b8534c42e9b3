package dev.ripcord.event;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The event types that facts know. Others are kept, counted as steps and replayed. */
public final class EventTypes {
    public static final String SESSION_START = "session_start";
    public static final String SESSION_END = "session_end";
    public static final String USER_REQUEST = "user_request";
    public static final String PLANNER_DECISION = "planner_decision";
    public static final String ROUTING = "routing";
    public static final String TOOL_INVOCATION = "tool_invocation";
    public static final String TOOL_RESPONSE = "tool_response";
    public static final String VALIDATION_OUTCOME = "validation_outcome";
    public static final String AGENT_HANDOFF = "agent_handoff";
    public static final String POLICY_INTERVENTION = "policy_intervention";
    public static final String HUMAN_APPROVAL = "human_approval";
    public static final String RETRY_ATTEMPT = "retry_attempt";
    public static final String TERMINATION = "termination";
    public static final String STATE_SNAPSHOT = "state_snapshot";
    public static final String COST_UPDATE = "cost_update";
    public static final String MESSAGE = "message";

    public static final Set<String> ALL = Set.of(
            SESSION_START,
            SESSION_END,
            USER_REQUEST,
            PLANNER_DECISION,
            ROUTING,
            TOOL_INVOCATION,
            TOOL_RESPONSE,
            VALIDATION_OUTCOME,
            AGENT_HANDOFF,
            POLICY_INTERVENTION,
            HUMAN_APPROVAL,
            RETRY_ATTEMPT,
            TERMINATION,
            STATE_SNAPSHOT,
            COST_UPDATE,
            MESSAGE);

    private static final Map<String, String> BY_WORD =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    private EventTypes() {}

    /** @return the constant itself where the type is one of them: the very same object is quickly found to be equal */
    public static String canonical(String type) {
        return BY_WORD.getOrDefault(type, type);
    }
}
