package dev.ripcord.pattern;

import java.util.Objects;
import java.util.Optional;

/**
 * How often an element matches.
 *
 * @param from at least once
 * @param to at most; empty for no upper bound
 * @param greedy whether it takes as many steps as it can before the next element is tried
 * @param between what may lie between its own steps
 */
public record Times(Argument<Integer> from, Optional<Argument<Integer>> to, boolean greedy, Contiguity between) {
    public static final Times ONCE = new Times(Argument.of(1), Optional.of(Argument.of(1)), false, Contiguity.RELAXED);

    public Times {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(between, "between");
    }
}
