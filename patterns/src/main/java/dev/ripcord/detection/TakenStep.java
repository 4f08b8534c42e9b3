package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
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
    /** flink-cep's order: what began earlier comes first; null stands for the start itself, which comes last. */
    static final Comparator<TakenStep> BY_BEGINNING = TakenStep::compareBeginnings;

    private final String element;
    private final KeptStep kept;
    private final TakenStep before;
    private final TakenStep first;
    private final int count;
    private int holders;

    /** @param before null where the step begins the match */
    TakenStep(String element, KeptStep kept, TakenStep before) {
        this.element = element;
        this.kept = kept;
        this.before = before;
        this.first = before == null ? this : before.first;
        this.count = before == null ? 1 : before.count + 1;
    }

    String element() {
        return element;
    }

    Step step() {
        return kept.step();
    }

    KeptStep kept() {
        return kept;
    }

    /** @return null where this is the first */
    TakenStep before() {
        return before;
    }

    Step firstStep() {
        return first.kept.step();
    }

    int count() {
        return count;
    }

    @Override
    public Optional<Step> latest(String name) {
        for (TakenStep taken = this; taken != null; taken = taken.before) {
            if (taken.element.equals(name)) {
                return Optional.of(taken.step());
            }
        }
        return Optional.empty();
    }

    @Override
    public Step previous() {
        return kept.step();
    }

    /** @return all that were taken, oldest first */
    List<TakenStep> inOrder() {
        Deque<TakenStep> order = new ArrayDeque<>(count);
        for (TakenStep taken = this; taken != null; taken = taken.before) {
            order.addFirst(taken);
        }
        return new ArrayList<>(order);
    }

    /** @return whether nobody held it before: see {@link HeldSteps} */
    boolean hold() {
        return holders++ == 0;
    }

    /** @return whether nobody holds it any more */
    boolean release() {
        return --holders == 0;
    }

    private static int compareBeginnings(TakenStep one, TakenStep other) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? 1 : -1;
        }
        int byTime = Long.compare(one.firstStep().time(), other.firstStep().time());
        return byTime != 0
                ? byTime
                : one.firstStep().position().compareTo(other.firstStep().position());
    }

    @Override
    public String toString() {
        return (before == null ? "" : before + ", ") + element + " " + step().position();
    }
}
