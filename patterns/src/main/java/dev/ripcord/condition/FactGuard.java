package dev.ripcord.condition;

import dev.ripcord.event.Money;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactKind;
import dev.ripcord.fact.Step;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Compares a fact with a parameter or a constant. What nearly every clause begins with, for nearly every step: it makes
 * no objects.
 */
final class FactGuard implements Guard {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Fact fact;
    private final FactKind kind;
    private final Supplier<Step> step;
    private final Relation relation;
    private final Supplier<Object> other;

    /** @param other null where it is absent */
    FactGuard(FactOfStep compared, Relation relation, Supplier<Object> other) {
        this.fact = compared.fact();
        this.kind = fact.kind();
        this.step = compared.step();
        this.relation = relation;
        this.other = other;
    }

    @Override
    public Answer answer() {
        Step at = step.get();
        if (at == null || !at.facts().has(fact)) {
            return Answer.NO;
        }
        Object limit = other.get();
        return limit == null ? Answer.NO : answer(at.facts().bits(fact), limit);
    }

    private Answer answer(long bits, Object limit) {
        return switch (kind) {
            case COUNT -> limit instanceof Long number
                    ? relation.holds(bits, number.longValue())
                    : relation.holds((Object) bits, limit);
            case DURATION -> limit instanceof Duration duration ? holds(bits, duration) : Answer.UNKNOWN;
            case MONEY -> holds((double) bits / Money.NANOS_PER_DOLLAR, limit);
            case RATIO -> holds(Double.longBitsToDouble(bits), limit);
            case FLAG -> limit instanceof Boolean flag ? relation.same(flag == (bits != 0)) : Answer.UNKNOWN;
        };
    }

    private Answer holds(double value, Object limit) {
        return limit instanceof Double number
                ? relation.holds(value, number.doubleValue())
                : relation.holds((Object) value, limit);
    }

    /** A duration of whole seconds and nanoseconds within them may lie between two milliseconds. */
    private Answer holds(long millis, Duration duration) {
        int bySeconds = Long.compare(Math.floorDiv(millis, 1_000L), duration.getSeconds());
        return relation.met(
                bySeconds != 0
                        ? bySeconds
                        : Long.compare(Math.floorMod(millis, 1_000L) * NANOS_PER_MILLI, duration.getNano()));
    }
}
