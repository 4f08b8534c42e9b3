package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.flink.cep.nfa.State;
import org.apache.flink.cep.nfa.StateTransition;
import org.apache.flink.cep.nfa.StateTransitionAction;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.RichCompositeIterativeCondition;

/**
 * What steps of each event type can mean to a definition.
 *
 * @param named by the types that its clauses name
 * @param others of all other types
 */
record ConcernsByType(Map<String, Concern> named, Concern others) {
    static ConcernsByType of(CompiledPattern pattern) {
        Map<String, Concern> named = new HashMap<>();
        for (String type : types(pattern)) {
            named.put(type, concern(pattern, clause -> !clause.mayHoldFor(type)));
        }
        return new ConcernsByType(named, concern(pattern, clause -> !clause.mayHoldForOthers()));
    }

    Concern of(String type) {
        return named.getOrDefault(type, others);
    }

    private static Concern concern(CompiledPattern pattern, Predicate<StepCondition> never) {
        boolean begins = begins(pattern.start(), never);
        boolean moves = false;
        // By identity: a state's own hash goes through all its edges.
        Set<State<Step>> unmoved = Collections.newSetFromMap(new IdentityHashMap<>());
        for (State<Step> state : pattern.states().values()) {
            if (state.isStart() ? !begins : Foresight.stays(state, never)) {
                unmoved.add(state);
            } else {
                moves |= !state.isStart() && !state.isFinal() && !state.isStop();
            }
        }
        return new Concern(begins, moves, unmoved);
    }

    /** An optional first element makes the start proceed to those that may be first then. */
    private static boolean begins(State<Step> start, Predicate<StepCondition> never) {
        Set<String> reached = new HashSet<>(Set.of(start.getName()));
        Deque<State<Step>> ahead = new ArrayDeque<>(Set.of(start));
        while (!ahead.isEmpty()) {
            for (StateTransition<Step> edge : ahead.pop().getStateTransitions()) {
                if (Foresight.of(edge.getCondition(), never) == Foresight.NEVER) {
                    continue;
                }
                if (edge.getAction() == StateTransitionAction.TAKE) {
                    return true;
                }
                if (edge.getAction() == StateTransitionAction.PROCEED
                        && reached.add(edge.getTargetState().getName())) {
                    ahead.push(edge.getTargetState());
                }
            }
        }
        return false;
    }

    private static Set<String> types(CompiledPattern pattern) {
        Set<IterativeCondition<Step>> conditions = pattern.states().values().stream()
                .flatMap(state -> state.getStateTransitions().stream())
                .map(StateTransition::getCondition)
                .collect(Collectors.toSet());
        Set<String> types = new HashSet<>();
        conditions.forEach(condition -> collect(condition, types));
        return types;
    }

    private static void collect(IterativeCondition<Step> condition, Set<String> types) {
        if (condition instanceof StepCondition clause) {
            types.addAll(clause.namedTypes());
        } else if (condition instanceof RichCompositeIterativeCondition<Step> composed) {
            for (IterativeCondition<Step> nested : composed.getNestedConditions()) {
                collect(nested, types);
            }
        }
    }
}
