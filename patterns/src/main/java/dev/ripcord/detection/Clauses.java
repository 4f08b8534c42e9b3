package dev.ripcord.detection;

import dev.ripcord.condition.Condition;
import dev.ripcord.condition.Text;
import dev.ripcord.fact.Fact;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The compiled texts of a definition. The same for every tenant and activation: parameters come in when they are
 * evaluated.
 *
 * @param where by element; elements without are left out
 * @param until likewise
 */
record Clauses(Map<String, Condition> where, Map<String, Condition> until, Text message) {
    Clauses {
        where = Map.copyOf(where);
        until = Map.copyOf(until);
    }

    /** @return the facts that the definition reads, in the order of the catalogue */
    Set<Fact> reads() {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        Stream.concat(where.values().stream(), until.values().stream())
                .forEach(condition -> facts.addAll(condition.reads()));
        return facts;
    }
}
