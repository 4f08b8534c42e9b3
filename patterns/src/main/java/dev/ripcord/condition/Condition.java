package dev.ripcord.condition;

import dev.ripcord.fact.Fact;
import dev.ripcord.fact.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A compiled {@code where} clause. */
@FunctionalInterface
public interface Condition {
    /**
     * @return whether the clause holds for the step; a clause that reads something absent does not hold, unless the
     *     other side of an {@code ||} does
     */
    boolean holds(Step step, MatchedSteps earlier, Parameters parameters);

    /** @return the facts that the clause reads, of its own step or of an earlier one: evidence for a signal */
    default Set<Fact> reads() {
        return Set.of();
    }

    /** @return facts of the step without which the clause cannot hold: it need not be asked where one is absent */
    default Set<Fact> needs() {
        return Set.of();
    }

    /**
     * @param settings among whose values is the one that any parameter has at any step
     * @return what a step must pass for the clause to hold: where it does not, the clause need not be asked
     */
    default Hurdle hurdle(List<Parameters> settings) {
        return Hurdle.NONE;
    }

    /** @return why the clause holds for no step at all with these parameters; empty where it may */
    default Optional<Contradiction> contradiction(Parameters parameters) {
        return Optional.empty();
    }

    /** @return what it takes to ask it */
    default Cost cost() {
        return Cost.CHEAP;
    }

    /**
     * @return the only event types of a step that the clause can hold for; empty where it can hold for any. A clause
     *     need not be asked about steps of other types
     */
    default Optional<Set<String>> eventTypes() {
        return Optional.empty();
    }
}
