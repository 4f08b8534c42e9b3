package dev.ripcord.console.replay.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A decision of the planner or of a router.
 *
 * @param decision as written; null where it is not given
 * @param options that it was chosen from; empty where none are given
 * @param branch whether there was more than one option: the session could have gone another way here
 * @param count times that this decision was taken so far; null where it is not known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DecisionPoint(JsonNode decision, List<JsonNode> options, boolean branch, Long count) {
    public DecisionPoint {
        options = List.copyOf(options);
    }

    DecisionPoint summary() {
        return new DecisionPoint(null, List.of(), branch, count);
    }
}
