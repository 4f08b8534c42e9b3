package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.cep.nfa.State;
import org.apache.flink.cep.nfa.StateTransition;
import org.apache.flink.cep.nfa.StateTransitionAction;

/** What flink-cep compiles without complaint although no session can be judged by it. */
final class Objections {
    private Objections() {}

    static List<String> to(CompiledPattern pattern) {
        List<String> objections = new ArrayList<>();
        endless(pattern)
                .forEach(element -> objections.add("element " + element
                        + " repeats without an upper bound although it can match nothing at all;"
                        + " at least one element of a repeated group must not be optional"));
        if (canGoBlind(pattern)) {
            objections.add("a negated element can end the search before the first step has matched;"
                    + " an element that must match belongs before it");
        }
        return objections;
    }

    /** PROCEED edges that lead back to where they began: the NFA would follow them for ever. */
    private static Set<String> endless(CompiledPattern pattern) {
        Set<String> elements = new TreeSet<>();
        for (State<Step> state : pattern.states().values()) {
            if (proceedsTo(state, new HashSet<>()).contains(state.getName())) {
                elements.add(pattern.element(state));
            }
        }
        return elements;
    }

    /** A stop state reached from the start takes the start with it: nothing would ever match again. */
    private static boolean canGoBlind(CompiledPattern pattern) {
        return proceedsTo(pattern.start(), new HashSet<>()).stream()
                .anyMatch(name -> pattern.state(name).isStop());
    }

    private static Set<String> proceedsTo(State<Step> from, Set<String> reached) {
        Deque<State<Step>> ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty()) {
            for (StateTransition<Step> edge : ahead.pop().getStateTransitions()) {
                if (edge.getAction() == StateTransitionAction.PROCEED
                        && reached.add(edge.getTargetState().getName())) {
                    ahead.push(edge.getTargetState());
                }
            }
        }
        return reached;
    }
}
