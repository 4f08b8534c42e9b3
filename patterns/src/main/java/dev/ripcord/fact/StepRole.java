package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.util.Set;

/** What a step is to the facts about progress. */
public enum StepRole {
    /** The agent acts or thinks: the step counts. */
    ACTS,
    /** The agent waits or looks around: the step counts, but to come back to it is a weaker sign of being stuck. */
    PASSES,
    /** The agent asks how something is getting on: as {@link #PASSES}, and patterns may bear more of it. */
    POLLS,
    /** The agent only talks to a person, or reports: the step neither adds to, resets nor shifts a window. */
    COMMUNICATES;

    /** Tools that only speak to the user, as web and coding agents name them. */
    private static final Set<String> COMMUNICATING_TOOLS = Set.of(
            "send_msg_to_user",
            "report_infeasible",
            "finish",
            "ask_followup_question",
            "attempt_completion",
            "respond");

    private static final Set<String> PASSIVE_TOOLS = Set.of("scroll", "noop", "wait", "mouse_move");

    private static final Set<String> REPORTS = Set.of(
            EventTypes.COST_UPDATE,
            EventTypes.SESSION_START,
            EventTypes.SESSION_END,
            EventTypes.TERMINATION,
            EventTypes.POLICY_INTERVENTION,
            EventTypes.MESSAGE);

    /** @return tools that only speak to a person or report */
    public static Set<String> communicatingTools() {
        return COMMUNICATING_TOOLS;
    }

    /** @return tools that only wait or look around */
    public static Set<String> passiveTools() {
        return PASSIVE_TOOLS;
    }

    /** @return whether the step adds to the facts about progress at all */
    boolean counts() {
        return this != COMMUNICATES;
    }

    /**
     * @param tool null where the event names none
     * @param told what the tool's steps are by the word of a deployment; null where it says nothing
     */
    static StepRole of(String eventType, String tool, StepRole told) {
        if (eventType.equals(EventTypes.VALIDATION_OUTCOME)) {
            // A validation counts whatever tool it is of.
            return ACTS;
        }
        if (REPORTS.contains(eventType)) {
            return COMMUNICATES;
        }
        return told == null ? ofTool(tool) : told;
    }

    private static StepRole ofTool(String tool) {
        if (tool == null) {
            return ACTS;
        }
        return COMMUNICATING_TOOLS.contains(tool) ? COMMUNICATES : PASSIVE_TOOLS.contains(tool) ? PASSES : ACTS;
    }
}
