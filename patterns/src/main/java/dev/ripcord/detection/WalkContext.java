package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/**
 * What a condition can ask about the partial match that it is evaluated for: what the match took before the step.
 *
 * <p>A clause that was evaluated without asking for an earlier step answers the same for every partial match, and is
 * not evaluated again for this step.
 */
final class WalkContext implements IterativeCondition.Context<Step>, Matched {
    private final PartialMatch match;
    private final Step step;
    private final Map<StepCondition, Boolean> settled;
    private boolean askedForEarlier;

    /** @param settled what clauses say of the step, whatever the partial match */
    WalkContext(PartialMatch match, Step step, Map<StepCondition, Boolean> settled) {
        this.match = match;
        this.step = step;
        this.settled = settled;
    }

    PartialMatch match() {
        return match;
    }

    boolean clauseHolds(StepCondition condition) {
        Boolean known = settled.get(condition);
        if (known != null) {
            return known;
        }
        askedForEarlier = false;
        boolean holds = condition.clauseHolds(step, this);
        if (!askedForEarlier) {
            settled.put(condition, holds);
        }
        return holds;
    }

    @Override
    public Optional<Step> latest(String element) {
        askedForEarlier = true;
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
