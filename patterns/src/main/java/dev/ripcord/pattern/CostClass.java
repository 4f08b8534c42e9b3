package dev.ripcord.pattern;

import dev.ripcord.condition.Compiled;
import dev.ripcord.condition.Condition;
import dev.ripcord.condition.ConditionCompiler;
import dev.ripcord.condition.ConditionScope;
import dev.ripcord.condition.Cost;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Works out what a definition costs: as much as its dearest condition, and at least something where it waits for a second
 * step. Where beginnings pile up, because each step may begin a match that any later step goes on with, it is costly.
 */
public final class CostClass {
    private CostClass() {}

    public static Cost of(Definition definition) {
        List<Element> elements = ClauseScope.elements(definition);
        ConditionScope scope = ClauseScope.of(definition);
        return Stream.concat(
                        definition.sees().stream(),
                        elements.stream()
                                .flatMap(element -> Stream.concat(element.where().stream(), element.until().stream())))
                .map(text -> of(text, scope))
                .reduce(ofSequence(definition, elements), Cost::or);
    }

    private static Cost of(String text, ConditionScope scope) {
        return ConditionCompiler.condition(text, scope) instanceof Compiled.Done<Condition> done
                ? done.value().cost()
                : Cost.CHEAP;
    }

    private static Cost ofSequence(Definition definition, List<Element> elements) {
        if (!SequenceExtent.isLonger(definition.sequence())) {
            return Cost.CHEAP;
        }
        Set<Element> later = elements.stream().skip(1).collect(Collectors.toSet());
        boolean pilesUp = elements.stream()
                .anyMatch(element -> later.contains(element)
                        ? isLoose(element.contiguity(), element)
                        : !SequenceExtent.isOnce(element.times())
                                && isLoose(element.times().between(), element));
        return pilesUp ? Cost.COSTLY : Cost.MODERATE;
    }

    private static boolean isLoose(Contiguity contiguity, Element element) {
        return contiguity == Contiguity.RELAXED && element.same().isEmpty();
    }
}
