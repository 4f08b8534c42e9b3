package dev.ripcord.condition;

import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactValues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the facts of a step must be for a clause to be able to hold: most steps are far from most limits, and the clause
 * need not be asked about them.
 *
 * @param ways of which one must be open: all of its ranges hold. Without any the clause holds for no step
 */
public record Hurdle(List<List<FactRange>> ways) {
    /** Any step passes it. */
    public static final Hurdle NONE = new Hurdle(List.of(List.of()));

    /** A clause of many alternatives is asked itself. */
    private static final int MOST_WAYS = 8;

    public Hurdle {
        ways = ways.stream().map(List::copyOf).toList();
    }

    static Hurdle of(FactRange range) {
        return new Hurdle(List.of(List.of(range)));
    }

    /** @return whether the clause must be asked about the step */
    public boolean isPassed(FactValues facts) {
        return ways.stream().anyMatch(way -> way.stream().allMatch(range -> range.holds(facts)));
    }

    /** @return what is passed where both are; or, where that has too many ways, more than that */
    public Hurdle and(Hurdle other) {
        if (ways.size() * other.ways.size() > MOST_WAYS) {
            return this;
        }
        List<List<FactRange>> both = new ArrayList<>();
        for (List<FactRange> way : ways) {
            other.ways.forEach(
                    more -> both.add(Stream.concat(way.stream(), more.stream()).toList()));
        }
        return new Hurdle(both);
    }

    /** @return what is passed where one of them is; likewise */
    Hurdle or(Hurdle other) {
        return ways.size() + other.ways.size() > MOST_WAYS
                ? NONE
                : new Hurdle(Stream.concat(ways.stream(), other.ways.stream()).toList());
    }

    /**
     * @param other of the same clause, with other parameters
     * @return what is passed where one of them is; {@link #NONE} where they do not have the same facts at the same places
     */
    Hurdle widened(Hurdle other) {
        if (!facts().equals(other.facts())) {
            return NONE;
        }
        return new Hurdle(IntStream.range(0, ways.size())
                .mapToObj(index -> widened(ways.get(index), other.ways.get(index)))
                .toList());
    }

    private List<List<Fact>> facts() {
        return ways.stream()
                .map(way -> way.stream().map(FactRange::fact).toList())
                .toList();
    }

    private static List<FactRange> widened(List<FactRange> way, List<FactRange> other) {
        return IntStream.range(0, way.size())
                .mapToObj(index -> way.get(index).widened(other.get(index)))
                .toList();
    }
}
