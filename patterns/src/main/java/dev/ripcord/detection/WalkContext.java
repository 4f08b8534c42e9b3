package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.List;
import java.util.Optional;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/**
 * What a condition can ask about the partial match that it is evaluated for: what the match took before the step.
 *
 * <p>One object for all partial matches and all steps, because there are many. It notices whether a clause asked for an
 * earlier step: one that did not answers the same for every partial match, and is not evaluated again for this step.
 */
final class WalkContext implements IterativeCondition.Context<Step>, Matched {
    private Step step;
    private TakenStep taken;
    private long number;
    private boolean askedForEarlier;

    /** @param next null to let go of the one before, whose payload may be megabytes */
    void begin(Step next) {
        step = next;
        taken = null;
        number++;
    }

    /** @param latest what the partial match took last; null for the start */
    void at(TakenStep latest) {
        taken = latest;
    }

    /** @return another one for each step */
    long number() {
        return number;
    }

    boolean clauseHolds(StepCondition condition) {
        askedForEarlier = false;
        return condition.clauseHolds(step, this);
    }

    /** @return whether the latest clause asked for a step that the partial match took before */
    boolean askedForEarlier() {
        return askedForEarlier;
    }

    @Override
    public Optional<Step> latest(String element) {
        askedForEarlier = true;
        return taken == null ? Optional.empty() : taken.latest(element);
    }

    @Override
    public Step previous() {
        return taken == null ? null : taken.step();
    }

    @Override
    public Iterable<Step> getEventsForPattern(String element) {
        return taken == null
                ? List.of()
                : taken.inOrder().stream()
                        .filter(earlier -> earlier.element().equals(element))
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
