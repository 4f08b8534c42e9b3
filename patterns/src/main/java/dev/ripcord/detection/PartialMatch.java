package dev.ripcord.detection;

import dev.ripcord.topic.Position;
import java.util.Comparator;

/**
 * Where one attempt at a match stands.
 *
 * @param state name of the compiled state that waits for the next step
 * @param taken what it has taken so far; null for the start, which stays and from which all others come
 */
record PartialMatch(String state, TakenStep taken) {
    /** flink-cep's order: what began earlier comes first, the start itself last. */
    static final Comparator<PartialMatch> BY_BEGINNING =
            Comparator.comparingLong(PartialMatch::beganAt).thenComparing(PartialMatch::beganWith);

    private static final Position LAST = new Position(Integer.MAX_VALUE, Long.MAX_VALUE);

    static PartialMatch start(String state) {
        return new PartialMatch(state, null);
    }

    boolean isStart() {
        return taken == null;
    }

    Matched matched() {
        return taken == null ? Matched.NOTHING : taken;
    }

    PartialMatch in(String nextState) {
        return nextState.equals(state) ? this : new PartialMatch(nextState, taken);
    }

    int count() {
        return taken == null ? 0 : taken.count();
    }

    private long beganAt() {
        return taken == null ? Long.MAX_VALUE : taken.firstStep().time();
    }

    private Position beganWith() {
        return taken == null ? LAST : taken.firstStep().position();
    }
}
