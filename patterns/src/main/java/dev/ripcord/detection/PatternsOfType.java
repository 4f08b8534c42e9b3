package dev.ripcord.detection;

import dev.ripcord.condition.Hurdle;
import dev.ripcord.fact.FactValues;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Which of the patterns in force steps of one event type can concern, by their places. */
final class PatternsOfType {
    private final int[] beginning;
    private final Hurdles hurdles;
    private final BitSet moved;

    private PatternsOfType(int[] beginning, Hurdles hurdles, BitSet moved) {
        this.beginning = beginning;
        this.hurdles = hurdles;
        this.moved = moved;
    }

    /**
     * @param patterns by their places
     * @param hurdles of each, to begin a match
     */
    static PatternsOfType of(
            List<ActivePattern> patterns, List<Hurdle> hurdles, Function<ActivePattern, Concern> ofType) {
        List<Concern> concerns = patterns.stream().map(ofType).toList();
        int[] beginning = IntStream.range(0, concerns.size())
                .filter(place -> concerns.get(place).begins())
                .toArray();
        BitSet moved = new BitSet(concerns.size());
        IntStream.range(0, concerns.size())
                .filter(place -> concerns.get(place).moves())
                .forEach(moved::set);
        Hurdles ofBeginning =
                new Hurdles(IntStream.of(beginning).mapToObj(hurdles::get).toList());
        return new PatternsOfType(beginning, ofBeginning, moved);
    }

    /** @return the place of one of those that a step of the type may begin a match of, rising; the largest after all */
    int beginning(int index) {
        return index < beginning.length ? beginning[index] : Integer.MAX_VALUE;
    }

    /** @return the first index from the given one on of a pattern that the step may begin a match of */
    int nextBeginning(int from, FactValues facts) {
        int index = from;
        while (index < beginning.length && !hurdles.isPassed(index, facts)) {
            index++;
        }
        return index;
    }

    /** @return whether a step of the type may change partial matches of the pattern */
    boolean moves(int place) {
        return moved.get(place);
    }
}
