package dev.ripcord.detection;

import dev.ripcord.fact.Fact;
import dev.ripcord.fact.Step;
import dev.ripcord.fact.StepEvent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A value of a step that {@code same} compares: {@code event.tool} and its like, or a fact.
 *
 * @param value null where the step has none
 */
record StepPath(String path, Function<Step, Object> value) {
    private static final Map<String, Function<StepEvent, Object>> EVENT = new TreeMap<>(Map.of(
            "event.type", StepEvent::type,
            "event.agent", StepEvent::agent,
            "event.tool", StepEvent::tool,
            "event.status", StepEvent::status,
            "event.model", StepEvent::model,
            "event.from_agent", StepEvent::fromAgent,
            "event.to_agent", StepEvent::toAgent,
            "event.event_id", StepEvent::eventId,
            "event.request_ref", StepEvent::requestRef,
            "event.caller_step", StepEvent::callerStep));

    static final String EXPECTED = "one of " + String.join(", ", EVENT.keySet()) + " or the name of a fact";

    static Optional<StepPath> of(String path) {
        Function<StepEvent, Object> word = EVENT.get(path);
        return word != null
                ? Optional.of(new StepPath(path, step -> word.apply(step.event())))
                : Fact.named(path)
                        .map(fact -> new StepPath(path, step -> step.facts().value(fact)));
    }

    /** What is absent equals nothing, not even what is absent as well. */
    boolean isSame(Step step, Step other) {
        Object found = value.apply(step);
        return found != null && found.equals(value.apply(other));
    }
}
