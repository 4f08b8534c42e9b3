package dev.ripcord.deploy.bench.report;

import dev.ripcord.deploy.bench.figures.Results;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is promised of one figure.
 *
 * @param what is measured, in words
 * @param least whether the bound is the least or the most that it may be
 * @param unit behind the figures
 */
record Target(String what, boolean least, double bound, String unit, Function<Results, Optional<Double>> value) {
    static Target atLeast(double bound, String unit, String what, Function<Results, Optional<Double>> value) {
        return new Target(what, true, bound, unit, value);
    }

    static Target atMost(double bound, String unit, String what, Function<Results, Optional<Double>> value) {
        return new Target(what, false, bound, unit, value);
    }

    /** @param met null where it was not measured */
    record Reached(String what, Double value, String target, Boolean met) {}

    Reached in(Results results) {
        var found = value.apply(results);
        return new Reached(
                what,
                found.map(Figure::rounded).orElse(null),
                (least ? ">= " : "<= ") + Figure.text(bound) + unit,
                found.map(this::isMet).orElse(null));
    }

    private boolean isMet(double found) {
        return least ? found >= bound : found <= bound;
    }
}
