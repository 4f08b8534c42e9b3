package dev.ripcord.condition;

import dev.ripcord.event.Money;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactValues;
import java.time.Duration;

/**
 * Between what a fact must lie, as the 64 bits that are stored of it: both ends count. An absent fact lies nowhere.
 *
 * <p>It may be wider than what was asked for, never narrower.
 */
public record FactRange(Fact fact, long least, long most) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Every whole number below is a double too. */
    private static final double EXACT = 1L << 53;

    /** Nano-dollars: a price is made a double of dollars before it is compared, and rounded by less. */
    private static final long ROUNDED = 4;

    /** @param value that the fact must have that relation to; null or of another kind where nothing is known of it */
    static FactRange of(Fact fact, Relation relation, Object value) {
        return switch (fact.kind()) {
            case COUNT, IDENTITY ->
                value instanceof Long number ? whole(fact, relation, number, number) : anywhere(fact);
            case FLAG -> value instanceof Boolean flag ? flag(fact, relation, flag) : anywhere(fact);
            case DURATION -> value instanceof Duration duration ? millis(fact, relation, duration) : anywhere(fact);
            case MONEY -> value instanceof Double dollars ? nanos(fact, relation, dollars) : anywhere(fact);
            case RATIO -> value instanceof Double ratio ? ratio(fact, relation, ratio) : anywhere(fact);
            case COUNTS -> anywhere(fact);
        };
    }

    static FactRange anywhere(Fact fact) {
        return new FactRange(fact, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** @return whether the step has the fact, and it lies there */
    public boolean holds(FactValues facts) {
        if (!facts.has(fact)) {
            return false;
        }
        long bits = facts.bits(fact);
        return least <= bits && bits <= most;
    }

    /** @param other of the same fact */
    FactRange widened(FactRange other) {
        return new FactRange(fact, Math.min(least, other.least), Math.max(most, other.most));
    }

    /**
     * @param from the least number that is not below the value
     * @param until the largest that is not above it
     */
    private static FactRange whole(Fact fact, Relation relation, long from, long until) {
        return switch (relation) {
            case EQUAL -> new FactRange(fact, from, until);
            case LESS, AT_MOST -> new FactRange(fact, Long.MIN_VALUE, until);
            case MORE, AT_LEAST -> new FactRange(fact, from, Long.MAX_VALUE);
            case NOT_EQUAL, IN -> anywhere(fact);
        };
    }

    private static FactRange flag(Fact fact, Relation relation, boolean flag) {
        return switch (relation) {
            case EQUAL -> new FactRange(fact, flag ? 1 : 0, flag ? 1 : 0);
            case NOT_EQUAL -> new FactRange(fact, flag ? 0 : 1, flag ? 0 : 1);
            case LESS, AT_MOST, MORE, AT_LEAST, IN -> anywhere(fact);
        };
    }

    private static FactRange millis(Fact fact, Relation relation, Duration duration) {
        long millis = duration.toMillis();
        boolean between = duration.getNano() % NANOS_PER_MILLI != 0;
        return duration.isNegative() ? anywhere(fact) : whole(fact, relation, between ? millis + 1 : millis, millis);
    }

    private static FactRange nanos(Fact fact, Relation relation, double dollars) {
        double nanos = dollars * Money.NANOS_PER_DOLLAR;
        return Math.abs(nanos) < EXACT
                ? whole(fact, relation, (long) nanos - ROUNDED, (long) nanos + ROUNDED)
                : anywhere(fact);
    }

    /** Of two doubles that are no negative ones the larger has the larger bits. */
    private static FactRange ratio(Fact fact, Relation relation, double ratio) {
        boolean fromBelow = relation == Relation.MORE || relation == Relation.AT_LEAST;
        return fromBelow && ratio > 0
                ? new FactRange(fact, Double.doubleToRawLongBits(ratio), Long.MAX_VALUE)
                : anywhere(fact);
    }
}
