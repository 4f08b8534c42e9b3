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
final class FactClosure implements Closure {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Fact fact;
    private final FactKind kind;
    private final Supplier<Step> step;
    private final boolean isEarlier;
    private final Relation relation;
    private final Supplier<Object> other;

    /** @param other null where it is absent */
    FactClosure(FactOfStep compared, Relation relation, Supplier<Object> other) {
        this.fact = compared.fact();
        this.kind = fact.kind();
        this.step = compared.step();
        this.isEarlier = compared.isEarlier();
        this.relation = relation;
        this.other = other;
    }

    @Override
    public Truth truth() {
        Step at = step.get();
        if (at == null || !at.facts().has(fact)) {
            return Truth.ABSENT;
        }
        Object limit = other.get();
        return limit == null ? Truth.ABSENT : truth(at.facts().bits(fact), limit);
    }

    @Override
    public Hurdle hurdle() {
        return isEarlier ? Hurdle.NONE : Hurdle.of(FactRange.of(fact, relation, other.get()));
    }

    private Truth truth(long bits, Object limit) {
        return switch (kind) {
            case COUNT, IDENTITY ->
                limit instanceof Long number
                        ? relation.between(bits, number.longValue())
                        : relation.between((Object) bits, limit);
            case DURATION -> limit instanceof Duration duration ? truth(bits, duration) : Truth.UNSURE;
            case MONEY -> truth((double) bits / Money.NANOS_PER_DOLLAR, limit);
            case RATIO -> truth(Double.longBitsToDouble(bits), limit);
            case COUNTS -> Truth.UNSURE;
            case FLAG -> limit instanceof Boolean flag ? relation.same(flag == (bits != 0)) : Truth.UNSURE;
        };
    }

    private Truth truth(double value, Object limit) {
        return limit instanceof Double number
                ? relation.between(value, number.doubleValue())
                : relation.between((Object) value, limit);
    }

    /** A duration of whole seconds and nanoseconds within them may lie between two milliseconds. */
    private Truth truth(long millis, Duration duration) {
        int bySeconds = Long.compare(Math.floorDiv(millis, 1_000L), duration.getSeconds());
        return relation.ordered(
                bySeconds != 0
                        ? bySeconds
                        : Long.compare(Math.floorMod(millis, 1_000L) * NANOS_PER_MILLI, duration.getNano()));
    }
}
