package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.cep.nfa.State;
import org.apache.flink.cep.nfa.StateTransition;
import org.apache.flink.cep.nfa.StateTransitionAction;

/**
 * Takes partial matches over one step, as flink-cep's NFA would.
 *
 * <p>A compiled state has edges with conditions. IGNORE passes over the step, TAKE adds it to the match, PROCEED leads
 * to another state that is to look at the same step. From one partial match several can follow, because a step may be
 * both taken and passed over; where none follows, the match has failed. Two rules are easily missed:
 *
 * <ul>
 *   <li>After a TAKE, where PROCEED edges lead from the next state to the final one, the match is complete at once, and
 *       also lives on in that next state. The conditions on that way see the same step, and the match as it was
 *       <em>before</em> the TAKE.
 *   <li>The start is never used up: it remains beside what it begins.
 * </ul>
 *
 * Order matters: matches are emitted in the order in which edges are found here, depth first, the last PROCEED first.
 *
 * <p>One object walks all partial matches of all definitions, step after step, and what it found last is overwritten by
 * the next walk: a step that nobody takes leaves no garbage. Used by one thread.
 */
final class StateWalk {
    private final WalkContext context = new WalkContext();
    private final List<State<Step>> ahead = new ArrayList<>();
    private final List<StateTransition<Step>> edges = new ArrayList<>();
    private final MatchList found = new MatchList();
    private final MatchList aside = new MatchList();
    private final Completions completions = new Completions();
    private Step step;
    private KeptStep kept;

    void begin(Step next) {
        step = next;
        kept = null;
        context.begin(next);
        ahead.clear();
        aside.clear();
        completions.clear();
    }

    /** Lets go of the step: its payload may be megabytes. */
    void end() {
        begin(null);
        found.clear();
    }

    /** @return whether the step begins a match */
    boolean begins(CompiledPattern pattern) {
        context.at(null);
        ahead.add(pattern.start());
        while (!ahead.isEmpty()) {
            for (StateTransition<Step> edge : ahead.remove(ahead.size() - 1).getStateTransitions()) {
                if (edge.getAction() != StateTransitionAction.IGNORE && holds(edge)) {
                    if (edge.getAction() == StateTransitionAction.TAKE) {
                        ahead.clear();
                        return true;
                    }
                    ahead.add(edge.getTargetState());
                }
            }
        }
        return false;
    }

    /** @return what follows from the partial match that stands in that state; the next walk overwrites it */
    MatchList from(CompiledPattern pattern, State<Step> state, TakenStep before) {
        found.clear();
        context.at(before);
        findEdges(state);
        for (int index = 0; index < edges.size(); index++) {
            StateTransition<Step> edge = edges.get(index);
            if (edge.getAction() == StateTransitionAction.TAKE) {
                take(edge, pattern, before);
            } else if (!state.isStart()) {
                found.add(edge.getTargetState(), before);
            }
        }
        if (state.isStart()) {
            found.add(state, null);
        }
        return found;
    }

    /** @return a list to put partial matches aside in while others are walked; whoever uses it leaves it empty */
    MatchList aside() {
        return aside;
    }

    /** @return where matches are collected that the step completes; whoever uses it leaves it empty */
    Completions completions() {
        return completions;
    }

    private void take(StateTransition<Step> edge, CompiledPattern pattern, TakenStep before) {
        if (kept == null) {
            kept = KeptStep.of(step);
        }
        TakenStep taken = new TakenStep(pattern.element(edge.getSourceState()), kept, before);
        found.add(edge.getTargetState(), taken);
        State<Step> end = completion(edge.getTargetState());
        if (end != null) {
            found.add(end, taken);
        }
    }

    /** The edges that hold, IGNORE and TAKE, of the state and of those that it proceeds to. */
    private void findEdges(State<Step> state) {
        edges.clear();
        ahead.add(state);
        while (!ahead.isEmpty()) {
            for (StateTransition<Step> edge : ahead.remove(ahead.size() - 1).getStateTransitions()) {
                if (holds(edge)) {
                    if (edge.getAction() == StateTransitionAction.PROCEED) {
                        ahead.add(edge.getTargetState());
                    } else {
                        edges.add(edge);
                    }
                }
            }
        }
    }

    /** @return the final state, where PROCEED edges that hold lead to it; otherwise null */
    private State<Step> completion(State<Step> state) {
        ahead.add(state);
        while (!ahead.isEmpty()) {
            for (StateTransition<Step> edge : ahead.remove(ahead.size() - 1).getStateTransitions()) {
                if (edge.getAction() == StateTransitionAction.PROCEED && holds(edge)) {
                    if (edge.getTargetState().isFinal()) {
                        ahead.clear();
                        return edge.getTargetState();
                    }
                    ahead.add(edge.getTargetState());
                }
            }
        }
        return null;
    }

    private boolean holds(StateTransition<Step> edge) {
        try {
            return edge.getCondition() == null || edge.getCondition().filter(step, context);
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception checked) {
            throw new IllegalStateException("condition of " + edge + " failed", checked);
        }
    }
}
