package dev.ripcord.pattern;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters that shape a definition's sequence, by where they stand. Their values decide which states the
 * sequence compiles to, so they may differ between tenants, but not from step to step.
 */
record StructureUse(Set<String> times, Set<String> within, Set<String> rearm) {
    /** flink-cep makes a state of every repetition: more would only use up memory. */
    static final int MOST_TIMES = 1000;

    static StructureUse of(Definition definition) {
        Set<String> times = new HashSet<>();
        Set<String> within = new HashSet<>();
        addElements(definition.sequence(), times, within);
        definition.within().ifPresent(argument -> add(argument, within));
        Set<String> rearm = new HashSet<>();
        add(definition.rearm(), rearm);
        return new StructureUse(times, within, rearm);
    }

    /** @return the keys that the parameter is used in, such as {@code times}; empty where it shapes nothing */
    List<String> keys(String parameter) {
        return List.of("times", "within", "rearm").stream()
                .filter(key -> names(key).contains(parameter))
                .toList();
    }

    /** @return what the value must be to stand where the parameter is used; empty where it is right */
    Optional<String> breach(String parameter, Object value) {
        if (times.contains(parameter) && value instanceof Long number && (number < 1 || number > MOST_TIMES)) {
            return Optional.of("it must be from 1 to " + MOST_TIMES + " (used in times)");
        }
        return within.contains(parameter) && value instanceof Duration duration && duration.isZero()
                ? Optional.of("it must be longer than 0s (used in within)")
                : Optional.empty();
    }

    private Set<String> names(String key) {
        return key.equals("times") ? times : key.equals("within") ? within : rearm;
    }

    private static void addElements(List<Element> elements, Set<String> times, Set<String> within) {
        for (Element element : elements) {
            add(element.times().from(), times);
            element.times().to().ifPresent(to -> add(to, times));
            element.within().ifPresent(argument -> add(argument, within));
            addElements(element.group(), times, within);
        }
    }

    private static void add(Argument<?> argument, Set<String> names) {
        if (argument instanceof Argument.Reference<?> reference) {
            names.add(reference.parameter());
        }
    }
}
