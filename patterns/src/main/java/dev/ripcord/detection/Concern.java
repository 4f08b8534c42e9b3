package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.Set;
import org.apache.flink.cep.nfa.State;

/**
 * What a step can mean to a definition, by its type alone.
 *
 * @param begins whether it may begin a match
 * @param moves whether it may change a partial match that has begun
 * @param unmoved the states in which it leaves a partial match as it is; compared by identity
 */
record Concern(boolean begins, boolean moves, Set<State<Step>> unmoved) {
    /** Such a step is none to the definition. */
    static final Concern NONE = new Concern(false, false, Set.of());
}
