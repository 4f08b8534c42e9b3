package dev.ripcord.detection;

import dev.ripcord.condition.Hurdle;
import dev.ripcord.fact.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.State;
import org.apache.flink.cep.nfa.StateTransition;
import org.apache.flink.cep.nfa.StateTransitionAction;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.nfa.compiler.NFAStateNameHandler;
import org.apache.flink.cep.pattern.MalformedPatternException;
import org.apache.flink.cep.pattern.Pattern;

/** What flink-cep's compiler made of a pattern: the states that partial matches walk through. */
final class CompiledPattern {
    private final Map<String, State<Step>> states;
    private final Map<String, String> elements;
    private final State<Step> start;
    private final long windowMillis;
    private final Map<String, Long> windowMillisAfterPrevious;
    private final String structure;
    private final ConcernsByType concerns;
    private final Hurdle hurdle;
    private final Optional<KeyedChain> chain;

    private CompiledPattern(NFA<Step> nfa) {
        this.states =
                nfa.getStates().stream().collect(Collectors.toUnmodifiableMap(State::getName, Function.identity()));
        this.elements = states.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), NFAStateNameHandler::getOriginalNameFromInternal));
        this.start = states.values().stream().filter(State::isStart).findFirst().orElseThrow();
        this.windowMillis = nfa.getWindowTime();
        this.windowMillisAfterPrevious = WindowsAfterPrevious.of(nfa);
        this.structure = Structure.of(states.values());
        this.concerns = ConcernsByType.of(this);
        this.hurdle = hurdle(start);
        // A match may have to go on before another one that began later.
        this.chain = windowMillisAfterPrevious.isEmpty() ? KeyedChain.of(start) : Optional.empty();
    }

    /** @throws MalformedPatternException where the pattern has no meaning to flink-cep's compiler */
    static CompiledPattern of(Pattern<Step, ?> pattern) {
        NFA<Step> nfa = compiled(pattern);
        nfa.getStates().forEach(CompiledPattern::checkEdges);
        return new CompiledPattern(nfa);
    }

    /**
     * flink-cep 2.2.1 follows some combinations of optional and repeated groups in circles, and loses states in others.
     * A definition that does this must be refused like any other, and not end the job that reads it.
     */
    private static NFA<Step> compiled(Pattern<Step, ?> pattern) {
        try {
            return NFACompiler.<Step>compileFactory(pattern, false).createNFA();
        } catch (NullPointerException | StackOverflowError broken) {
            throw new MalformedPatternException("its combination of optional, repeated, greedy and negated elements is"
                    + " too much for it (" + broken.getClass().getSimpleName()
                    + "); leave one of them out, or write several definitions");
        }
    }

    /** flink-cep 2.2.1 loses the copy of the next state that this combination needs, and fails on the first event. */
    private static void checkEdges(State<Step> state) {
        if (state.getStateTransitions().stream().anyMatch(edge -> edge.getTargetState() == null)) {
            throw new MalformedPatternException("element "
                    + NFAStateNameHandler.getOriginalNameFromInternal(state.getName())
                    + " is greedy, optional and has until, after a negated element; leave one of them out");
        }
    }

    /** @return null where there is no such state: another version compiled the pattern that it was kept for */
    State<Step> state(String name) {
        return states.get(name);
    }

    State<Step> start() {
        return start;
    }

    /** @return the states by name */
    Map<String, State<Step>> states() {
        return new TreeMap<>(states);
    }

    /** @return the element whose steps the state takes */
    String element(State<Step> state) {
        return elements.get(state.getName());
    }

    /**
     * @param state that the match stands in
     * @param taken what it took last; null for the start
     * @return the session clock from which on the match can take nothing any more; flink-cep lets it end at the very
     *     limit. {@link Long#MAX_VALUE} where it has all the time
     */
    long deadline(String state, TakenStep taken) {
        if (taken == null) {
            return Long.MAX_VALUE;
        }
        long overall = windowMillis <= 0 ? Long.MAX_VALUE : taken.firstStep().time() + windowMillis;
        Long afterPrevious = windowMillisAfterPrevious.get(state);
        return afterPrevious == null ? overall : Math.min(overall, taken.step().time() + afterPrevious);
    }

    /** @return which steps it need not look at, by their types */
    ConcernsByType concerns() {
        return concerns;
    }

    /** @return what a step must pass to begin a match */
    Hurdle hurdle() {
        return hurdle;
    }

    /** Only where there is one way to begin: a pattern with more of them is asked about each step. */
    private static Hurdle hurdle(State<Step> start) {
        List<StateTransition<Step>> ways = start.getStateTransitions().stream()
                .filter(edge -> edge.getAction() != StateTransitionAction.IGNORE)
                .toList();
        return ways.size() == 1 && ways.get(0).getCondition() instanceof StepCondition clause
                ? clause.hurdle()
                : Hurdle.NONE;
    }

    /** @return empty where a step can matter to more partial matches than those that it equals */
    Optional<KeyedChain> chain() {
        return chain;
    }

    /** @return what tells whether partial matches of another compilation can be walked on in this one */
    String structure() {
        return structure;
    }
}
