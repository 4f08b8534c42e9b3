package dev.ripcord.detection;

import dev.ripcord.condition.Compiled;
import dev.ripcord.condition.Condition;
import dev.ripcord.condition.ConditionCompiler;
import dev.ripcord.condition.ConditionScope;
import dev.ripcord.condition.Text;
import dev.ripcord.fact.Fact;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Element;
import dev.ripcord.pattern.Parameter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The compiled texts of a definition. The same for every tenant and activation: parameters come in when they are
 * evaluated.
 *
 * @param sees of which steps the sequence is; empty for all
 * @param where by element; elements without are left out
 * @param until likewise
 */
record Clauses(Optional<Condition> sees, Map<String, Condition> where, Map<String, Condition> until, Text message) {
    Clauses {
        where = Map.copyOf(where);
        until = Map.copyOf(until);
    }

    static Clauses of(Definition definition) {
        List<Element> elements =
                definition.sequence().stream().flatMap(Clauses::flat).toList();
        ConditionScope scope = scope(definition, elements);
        Map<String, Condition> where = new HashMap<>();
        Map<String, Condition> until = new HashMap<>();
        for (Element element : elements) {
            element.where()
                    .ifPresent(text -> where.put(element.name(), checked(ConditionCompiler.condition(text, scope))));
            element.until()
                    .ifPresent(text -> until.put(element.name(), checked(ConditionCompiler.condition(text, scope))));
        }
        Optional<Condition> sees = definition.sees().map(text -> checked(ConditionCompiler.condition(text, scope)));
        return new Clauses(sees, where, until, checked(ConditionCompiler.message(definition.message(), scope)));
    }

    /** @return the elements that take steps, or must not be seen: groups are opened */
    static Stream<Element> flat(Element element) {
        return element.isGroup() ? element.group().stream().flatMap(Clauses::flat) : Stream.of(element);
    }

    /** @return the facts that the definition reads, in the order of the catalogue */
    Set<Fact> reads() {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        Stream.of(sees.stream(), where.values().stream(), until.values().stream())
                .flatMap(Function.identity())
                .forEach(condition -> facts.addAll(condition.reads()));
        return facts;
    }

    /** Which element may read which was checked when the definition was read: here any may read any. */
    private static ConditionScope scope(Definition definition, List<Element> elements) {
        return new ConditionScope(
                definition.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::type)),
                elements.stream()
                        .filter(element -> !element.negated())
                        .map(Element::name)
                        .collect(Collectors.toSet()));
    }

    private static <T> T checked(Compiled<T> compiled) {
        if (compiled instanceof Compiled.Done<T> done) {
            return done.value();
        }
        throw new IllegalArgumentException("checked when the definition was read, and now refused: " + compiled);
    }
}
