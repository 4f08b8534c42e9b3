package dev.ripcord.detection;

import dev.ripcord.condition.FactRange;
import dev.ripcord.condition.Hurdle;
import dev.ripcord.fact.FactValues;
import java.util.ArrayList;
import java.util.List;

/**
 * Many hurdles, side by side: all of them are tried at each step, and mostly it is the first range of each that a step
 * does not reach.
 */
final class Hurdles {
    private final int[] firstWay;
    private final int[] firstRange;
    private final FactRange[] ranges;

    Hurdles(List<Hurdle> hurdles) {
        List<Integer> ways = new ArrayList<>(List.of(0));
        List<Integer> ends = new ArrayList<>(List.of(0));
        List<FactRange> all = new ArrayList<>();
        for (Hurdle hurdle : hurdles) {
            for (List<FactRange> way : hurdle.ways()) {
                all.addAll(way);
                ends.add(all.size());
            }
            ways.add(ends.size() - 1);
        }
        firstWay = ways.stream().mapToInt(Integer::intValue).toArray();
        firstRange = ends.stream().mapToInt(Integer::intValue).toArray();
        ranges = all.toArray(FactRange[]::new);
    }

    /** @return whether the step passes the hurdle at that index */
    boolean isPassed(int index, FactValues facts) {
        for (int way = firstWay[index]; way < firstWay[index + 1]; way++) {
            int range = firstRange[way];
            while (range < firstRange[way + 1] && ranges[range].holds(facts)) {
                range++;
            }
            if (range == firstRange[way + 1]) {
                return true;
            }
        }
        return false;
    }
}
