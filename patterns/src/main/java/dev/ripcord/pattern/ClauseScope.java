package dev.ripcord.pattern;

import dev.ripcord.condition.ConditionScope;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the clauses of a checked definition may name. Which element may read which was checked: here any may read any. */
final class ClauseScope {
    private ClauseScope() {}

    static ConditionScope of(Definition definition) {
        return new ConditionScope(
                definition.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::type)),
                elements(definition).stream().map(Element::name).collect(Collectors.toSet()));
    }

    /** @return those that take steps, or must not be seen: groups are opened */
    static List<Element> elements(Definition definition) {
        return definition.sequence().stream().flatMap(ClauseScope::flat).toList();
    }

    private static Stream<Element> flat(Element element) {
        return element.isGroup() ? element.group().stream().flatMap(ClauseScope::flat) : Stream.of(element);
    }
}
