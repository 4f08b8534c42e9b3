package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.cep.nfa.State;

/** Partial matches as pairs of the state that each stands in and the step that it took last, null for the start. */
final class MatchList {
    private final List<State<Step>> states = new ArrayList<>();
    private final List<TakenStep> latest = new ArrayList<>();

    int size() {
        return latest.size();
    }

    State<Step> state(int index) {
        return states.get(index);
    }

    TakenStep taken(int index) {
        return latest.get(index);
    }

    /** @return what each took last; a view */
    List<TakenStep> taken() {
        return Collections.unmodifiableList(latest);
    }

    void add(State<Step> state, TakenStep taken) {
        states.add(state);
        latest.add(taken);
    }

    void set(int index, State<Step> state, TakenStep taken) {
        states.set(index, state);
        latest.set(index, taken);
    }

    /**
     * Adds to a list that is the array of a heap, as {@link java.util.PriorityQueue} does. Taking the elements of such
     * an array out and adding them again in their order gives the same array, and so does putting others in their
     * places that began with the same steps.
     */
    void enqueue(State<Step> state, TakenStep taken) {
        add(state, taken);
        int index = size() - 1;
        while (index > 0) {
            int parent = (index - 1) >>> 1;
            if (TakenStep.BY_BEGINNING.compare(taken, latest.get(parent)) >= 0) {
                break;
            }
            set(index, states.get(parent), latest.get(parent));
            index = parent;
        }
        set(index, state, taken);
    }

    /** Moves all from an index on to the end of another list. */
    void moveFrom(int index, MatchList target) {
        for (int moved = index; moved < size(); moved++) {
            target.add(state(moved), taken(moved));
        }
        states.subList(index, states.size()).clear();
        latest.subList(index, latest.size()).clear();
    }

    void clear() {
        states.clear();
        latest.clear();
    }
}
