package dev.ripcord.detection;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which partial matches go first where there are too many: those that were extended least recently; of equals those
 * that took fewest steps, then those that began first.
 *
 * <p>What still grows is what a runaway feeds, and of several that one step extends the longest is next to complete.
 * Were the first to begin the first to go, a sequence longer than the limit that can begin at any step never completed.
 */
final class DropOrder {
    /** null, which stands for the start, goes last. */
    static final Comparator<TakenStep> FIRST_TO_GO = DropOrder::compare;

    private DropOrder() {}

    /** @return the indexes of as many as must go; the start never does */
    static BitSet first(int over, List<TakenStep> latest) {
        BitSet first = new BitSet(latest.size());
        if (over == 1) {
            first.set(firstOf(latest));
        } else if (over > 1) {
            IntStream.range(0, latest.size())
                    .boxed()
                    .sorted(Comparator.comparing(latest::get, FIRST_TO_GO))
                    .limit(over)
                    .forEach(first::set);
        }
        return first;
    }

    private static int firstOf(List<TakenStep> latest) {
        int first = 0;
        for (int index = 1; index < latest.size(); index++) {
            first = compare(latest.get(index), latest.get(first)) < 0 ? index : first;
        }
        return first;
    }

    private static int compare(TakenStep one, TakenStep other) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? 1 : -1;
        }
        int byTime = Long.compare(one.step().time(), other.step().time());
        if (byTime != 0) {
            return byTime;
        }
        int byPosition = one.step().position().compareTo(other.step().position());
        if (byPosition != 0) {
            return byPosition;
        }
        int byCount = Integer.compare(one.count(), other.count());
        return byCount != 0 ? byCount : TakenStep.BY_BEGINNING.compare(one, other);
    }
}
