package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.List;
import java.util.Optional;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/**
 * What a condition can ask about the partial match that it is evaluated for.
 *
 * @param matched before the step
 * @param step that is judged
 */
record WalkContext(PartialMatch match, Step step) implements IterativeCondition.Context<Step>, Matched {
    @Override
    public Optional<Step> latest(String element) {
        return match.matched().latest(element);
    }

    @Override
    public Optional<Step> previous() {
        return match.matched().previous();
    }

    @Override
    public Iterable<Step> getEventsForPattern(String element) {
        return match.isStart()
                ? List.of()
                : match.taken().inOrder().stream()
                        .filter(taken -> taken.element().equals(element))
                        .map(TakenStep::step)
                        .toList();
    }

    @Override
    public long timestamp() {
        return step.time();
    }

    @Override
    public long currentProcessingTime() {
        throw new UnsupportedOperationException("judging never asks the wall clock");
    }
}
