package dev.ripcord.fact;

import java.util.Collection;

/** Some facts, as the bits that {@link FactValues} keeps for those that are there: asked of every step. */
public record FactSet(long first, long later) {
    public static final FactSet NONE = new FactSet(0, 0);

    public static FactSet of(Collection<Fact> facts) {
        long first = 0;
        long later = 0;
        for (Fact fact : facts) {
            if (fact.ordinal() < Long.SIZE) {
                first |= 1L << fact.ordinal();
            } else {
                later |= 1L << fact.ordinal();
            }
        }
        return new FactSet(first, later);
    }
}
