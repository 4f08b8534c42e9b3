package dev.ripcord.console.replay.reconstruct;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.replay.timeline.DecisionPoint;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventTypes;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactValues;
import java.util.ArrayList;
import java.util.List;

/** What planners and routers decided, and where the session could have gone another way. */
final class Decisions {
    private long branches;

    /**
     * @param facts of the step; null for a repeat
     * @return null where nothing was decided
     */
    DecisionPoint after(Event event, FactValues facts) {
        JsonNode decision = event.payload().value("decision").orElse(null);
        List<JsonNode> options = options(event);
        boolean decides = event.is(EventTypes.PLANNER_DECISION) || event.is(EventTypes.ROUTING);
        if (!decides && decision == null && options.isEmpty()) {
            return null;
        }
        boolean branch = options.size() > 1;
        branches += branch ? 1 : 0;
        Long count = facts == null || !facts.has(Fact.DECISION_COUNT) ? null : (Long) facts.bits(Fact.DECISION_COUNT);
        return new DecisionPoint(decision, options, branch, count);
    }

    private static List<JsonNode> options(Event event) {
        List<JsonNode> options = new ArrayList<>();
        event.payload().value("options").filter(JsonNode::isArray).ifPresent(array -> array.forEach(options::add));
        return options;
    }

    long branches() {
        return branches;
    }
}
