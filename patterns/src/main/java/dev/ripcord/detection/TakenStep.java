package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A step that a partial match has taken, and through {@link #before} all that it took earlier.
 *
 * <p>The list is persistent: partial matches that share a beginning share its objects, so that a branch costs one
 * object and nothing is ever released. It stands for flink-cep's shared buffer with its versions and locks.
 */
final class TakenStep implements Matched {
    private final String element;
    private final Step step;
    private final TakenStep before;
    private final TakenStep first;
    private final int count;

    /** @param before null where the step begins the match */
    TakenStep(String element, Step step, TakenStep before) {
        this.element = element;
        this.step = step;
        this.before = before;
        this.first = before == null ? this : before.first;
        this.count = before == null ? 1 : before.count + 1;
    }

    String element() {
        return element;
    }

    Step step() {
        return step;
    }

    /** @return null where this is the first */
    TakenStep before() {
        return before;
    }

    Step firstStep() {
        return first.step;
    }

    int count() {
        return count;
    }

    @Override
    public Optional<Step> latest(String name) {
        for (TakenStep taken = this; taken != null; taken = taken.before) {
            if (taken.element.equals(name)) {
                return Optional.of(taken.step);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Step> previous() {
        return Optional.of(step);
    }

    /** @return all that were taken, oldest first */
    List<TakenStep> inOrder() {
        Deque<TakenStep> order = new ArrayDeque<>(count);
        for (TakenStep taken = this; taken != null; taken = taken.before) {
            order.addFirst(taken);
        }
        return new ArrayList<>(order);
    }

    @Override
    public String toString() {
        return (before == null ? "" : before + ", ") + element + " " + step.position();
    }
}
