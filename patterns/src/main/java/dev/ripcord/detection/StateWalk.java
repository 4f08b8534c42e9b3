package dev.ripcord.detection;

import dev.ripcord.event.Payload;
import dev.ripcord.fact.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 */
final class StateWalk {
    private final CompiledPattern pattern;
    private final Step step;
    private final Map<StepCondition, Boolean> settled = new IdentityHashMap<>();
    private Step kept;

    StateWalk(CompiledPattern pattern, Step step) {
        this.pattern = pattern;
        this.step = step;
    }

    /** @return whether the step begins a match */
    boolean begins() {
        PartialMatch start = PartialMatch.start(pattern.start().getName());
        return edges(pattern.start(), new WalkContext(start, step, settled)).stream()
                .anyMatch(edge -> edge.getAction() == StateTransitionAction.TAKE);
    }

    /** @return what follows from the partial match, which stands in that state */
    List<PartialMatch> from(PartialMatch match, State<Step> state) {
        WalkContext context = new WalkContext(match, step, settled);
        List<PartialMatch> next = new ArrayList<>(2);
        for (StateTransition<Step> edge : edges(state, context)) {
            if (edge.getAction() == StateTransitionAction.TAKE) {
                take(edge, context, next);
            } else if (!state.isStart()) {
                next.add(match.in(edge.getTargetState().getName()));
            }
        }
        if (state.isStart()) {
            next.add(match);
        }
        return next;
    }

    private void take(StateTransition<Step> edge, WalkContext context, List<PartialMatch> next) {
        TakenStep before = context.match().taken();
        TakenStep taken = new TakenStep(pattern.element(edge.getSourceState()), kept(), before);
        next.add(new PartialMatch(edge.getTargetState().getName(), taken));
        completion(edge.getTargetState(), context).ifPresent(end -> next.add(new PartialMatch(end.getName(), taken)));
    }

    /** The edges that hold, IGNORE and TAKE, of the state and of those that it proceeds to. */
    private List<StateTransition<Step>> edges(State<Step> state, WalkContext context) {
        List<StateTransition<Step>> edges = new ArrayList<>(2);
        Deque<State<Step>> ahead = new ArrayDeque<>();
        ahead.push(state);
        while (!ahead.isEmpty()) {
            for (StateTransition<Step> edge : ahead.pop().getStateTransitions()) {
                if (!holds(edge, context)) {
                    continue;
                }
                if (edge.getAction() == StateTransitionAction.PROCEED) {
                    ahead.push(edge.getTargetState());
                } else {
                    edges.add(edge);
                }
            }
        }
        return edges;
    }

    /** The final state, where PROCEED edges that hold lead to it. */
    private Optional<State<Step>> completion(State<Step> state, WalkContext context) {
        Deque<State<Step>> ahead = new ArrayDeque<>();
        ahead.push(state);
        while (!ahead.isEmpty()) {
            for (StateTransition<Step> edge : ahead.pop().getStateTransitions()) {
                if (edge.getAction() == StateTransitionAction.PROCEED && holds(edge, context)) {
                    if (edge.getTargetState().isFinal()) {
                        return Optional.of(edge.getTargetState());
                    }
                    ahead.push(edge.getTargetState());
                }
            }
        }
        return Optional.empty();
    }

    private boolean holds(StateTransition<Step> edge, WalkContext context) {
        try {
            return edge.getCondition() == null || edge.getCondition().filter(step, context);
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception checked) {
            throw new IllegalStateException("condition of " + edge + " failed", checked);
        }
    }

    /** A step may be held for hours: its payload goes, whether or not state is written in between. */
    private Step kept() {
        if (kept == null) {
            kept = new Step(step.position(), step.time(), step.kafkaTime(), step.event(), step.facts(), Payload.EMPTY);
        }
        return kept;
    }
}
