package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.cep.nfa.State;
import org.apache.flink.cep.nfa.StateTransition;
import org.apache.flink.cep.nfa.StateTransitionAction;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.RichNotCondition;

/**
 * A pattern whose partial matches only steps of their own key can change, and none of which ever becomes two.
 *
 * <p>It is read off the compiled states, whatever the definition looks like that they were made of:
 *
 * <ol>
 *   <li>They are a chain. Each has one TAKE edge, to the next one; from all but the start a step that is not taken is
 *       ignored, which leads back to the same state. PROCEED edges lead to stop states alone, and none from the start.
 *       So at most one match begins with any step, and from one match at most one follows.
 *   <li>From all but the start no edge but IGNORE holds for a step that differs from the one taken before in the value
 *       of one path, the same path everywhere. So all steps of a match have one value there, its key; a step of another
 *       key leaves the match as it is, and one that began without a value can never go on.
 * </ol>
 *
 * <p>Then no two matches begin with the same step: flink-cep's order of what completes is the order of beginning, and
 * it does not matter in which order, or whether, matches are walked that a step leaves as they are.
 */
final class KeyedChain {
    private final List<State<Step>> states;
    private final StepPath path;

    private KeyedChain(List<State<Step>> states, StepPath path) {
        this.states = List.copyOf(states);
        this.path = path;
    }

    /** @return empty where the states are no such chain, or where it is over with its first step */
    static Optional<KeyedChain> of(State<Step> start) {
        List<State<Step>> chain = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (State<Step> state = start; !state.isFinal(); state = next(state)) {
            if (!names.add(state.getName()) || !isLink(state, chain.isEmpty())) {
                return Optional.empty();
            }
            chain.add(state);
        }
        List<State<Step>> begun = chain.subList(1, chain.size());
        return begun.isEmpty()
                ? Optional.empty()
                : paths(begun.get(0)).stream()
                        .filter(path -> begun.stream()
                                .allMatch(state -> Foresight.stays(state, clause -> clause.isSameIn(path))))
                        .findFirst()
                        .map(path -> new KeyedChain(chain, path));
    }

    /** @return the state that a match stands in which has taken so many steps */
    State<Step> state(int taken) {
        return states.get(taken);
    }

    /** @return whether the match stands where one stands that has taken as many steps */
    boolean isStateOf(PartialMatch match) {
        return match.count() < states.size()
                && states.get(match.count()).getName().equals(match.state());
    }

    /** @return null where the step has none */
    Object key(Step step) {
        return path.value().apply(step);
    }

    private static boolean isLink(State<Step> state, boolean isFirst) {
        List<StateTransition<Step>> takes = edges(state, StateTransitionAction.TAKE);
        if (takes.size() != 1 || state.isStart() != isFirst || state.isStop() || state.isPending()) {
            return false;
        }
        List<StateTransition<Step>> proceeds = edges(state, StateTransitionAction.PROCEED);
        if (isFirst) {
            return proceeds.isEmpty();
        }
        List<StateTransition<Step>> ignores = edges(state, StateTransitionAction.IGNORE);
        return ignores.size() == 1
                && isNegation(ignores.get(0).getCondition(), takes.get(0).getCondition())
                && proceeds.stream().allMatch(edge -> edge.getTargetState().isStop());
    }

    private static boolean isNegation(IterativeCondition<Step> condition, IterativeCondition<Step> of) {
        return condition instanceof RichNotCondition<Step> not && not.getNestedConditions()[0] == of;
    }

    private static State<Step> next(State<Step> state) {
        return edges(state, StateTransitionAction.TAKE).get(0).getTargetState();
    }

    private static List<StepPath> paths(State<Step> state) {
        return edges(state, StateTransitionAction.TAKE).get(0).getCondition() instanceof StepCondition clause
                ? clause.same()
                : List.of();
    }

    private static List<StateTransition<Step>> edges(State<Step> state, StateTransitionAction action) {
        return state.getStateTransitions().stream()
                .filter(edge -> edge.getAction() == action)
                .toList();
    }
}
