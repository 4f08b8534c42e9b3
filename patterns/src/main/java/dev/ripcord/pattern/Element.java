package dev.ripcord.pattern;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One part of a definition's sequence: a step to match, or a group of elements that repeats as one.
 *
 * @param name unique within the definition; earlier elements are read under it
 * @param where the condition in CEL; empty for any step, and for a group
 * @param contiguity towards the element before; without meaning on the first
 * @param negated must not match between its neighbours
 * @param until ends an unbounded repetition: the condition in CEL
 * @param same paths such as {@code event.tool} whose value must equal that of the step matched before this one
 * @param within how long after the step matched before it each step of the element may come, less than this; empty for
 *     no bound
 * @param group the elements of a group; empty for a single step
 */
public record Element(
        String name,
        Optional<String> where,
        Times times,
        Contiguity contiguity,
        boolean negated,
        boolean optional,
        Optional<String> until,
        List<String> same,
        Optional<Argument<Duration>> within,
        List<Element> group) {
    public Element {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(contiguity, "contiguity");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(within, "within");
        same = List.copyOf(same);
        group = List.copyOf(group);
    }

    public boolean isGroup() {
        return !group.isEmpty();
    }
}
