package dev.ripcord.detection;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Which of the patterns in force steps of one event type can concern, by their places. */
final class PatternsOfType {
    private final int[] beginning;
    private final BitSet moved;

    private PatternsOfType(int[] beginning, BitSet moved) {
        this.beginning = beginning;
        this.moved = moved;
    }

    /** @param concerns of each pattern, in the order of their places */
    static PatternsOfType of(List<Concern> concerns) {
        int[] beginning = IntStream.range(0, concerns.size())
                .filter(place -> concerns.get(place).begins())
                .toArray();
        BitSet moved = new BitSet(concerns.size());
        IntStream.range(0, concerns.size())
                .filter(place -> concerns.get(place).moves())
                .forEach(moved::set);
        return new PatternsOfType(beginning, moved);
    }

    /** @return how many patterns a step of the type may begin a match of */
    int beginning() {
        return beginning.length;
    }

    /** @return the place of one of those, in rising order */
    int beginning(int index) {
        return beginning[index];
    }

    /** @return whether a step of the type may change partial matches of the pattern */
    boolean moves(int place) {
        return moved.get(place);
    }
}
