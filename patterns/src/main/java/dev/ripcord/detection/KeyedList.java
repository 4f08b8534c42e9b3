package dev.ripcord.detection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Partial matches in the order of beginning, each with the hash of its key, its deadline and when it was extended.
 * Numbers of one kind lie side by side, so that some hundred of them are looked through in the time that a few objects
 * take.
 */
final class KeyedList {
    private static final int FIRST_CAPACITY = 4;

    private TakenStep[] latest = new TakenStep[FIRST_CAPACITY];
    private int[] hashes = new int[FIRST_CAPACITY];
    private long[] deadlines = new long[FIRST_CAPACITY];
    private long[] extendedAt = new long[FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    /** @return the step that the match took last */
    TakenStep taken(int index) {
        return latest[index];
    }

    /** @return what each took last; a view that holds until the next change */
    List<TakenStep> taken() {
        return Collections.unmodifiableList(Arrays.asList(latest).subList(0, size));
    }

    long deadline(int index) {
        return deadlines[index];
    }

    /** @return the next index, from the given one on, of a match with that hash; {@link #size} where there is none */
    int next(int hash, int from) {
        int index = from;
        while (index < size && hashes[index] != hash) {
            index++;
        }
        return index;
    }

    /** @return {@link Long#MAX_VALUE} where there is none */
    long earliestDeadline() {
        long earliest = Long.MAX_VALUE;
        for (int index = 0; index < size; index++) {
            earliest = Math.min(earliest, deadlines[index]);
        }
        return earliest;
    }

    /** @return the index of the one that comes first in {@link DropOrder} */
    int firstToGo() {
        int first = 0;
        for (int index = 1; index < size; index++) {
            boolean earlier = extendedAt[index] < extendedAt[first]
                    || extendedAt[index] == extendedAt[first]
                            && DropOrder.FIRST_TO_GO.compare(latest[index], latest[first]) < 0;
            first = earlier ? index : first;
        }
        return first;
    }

    void extend(int index, TakenStep taken, long deadline) {
        latest[index] = taken;
        deadlines[index] = deadline;
        extendedAt[index] = taken.step().time();
    }

    /** Almost always at the end: the session clock does not go back, and few sessions are in two partitions. */
    void insert(TakenStep taken, int hash, long deadline) {
        int place = size;
        while (place > 0 && TakenStep.BY_BEGINNING.compare(taken, latest[place - 1]) < 0) {
            place--;
        }
        grow();
        move(place, place + 1, size - place);
        size++;
        hashes[place] = hash;
        extend(place, taken, deadline);
    }

    void remove(BitSet indexes) {
        int kept = indexes.nextSetBit(0);
        for (int gone = kept; gone >= 0 && gone < size; ) {
            int from = indexes.nextClearBit(gone);
            int next = indexes.nextSetBit(from);
            int until = next < 0 ? size : next;
            move(from, kept, until - from);
            kept += until - from;
            gone = until;
        }
        if (kept >= 0) {
            Arrays.fill(latest, kept, size, null);
            size = kept;
        }
    }

    private void grow() {
        if (size == latest.length) {
            latest = Arrays.copyOf(latest, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
            deadlines = Arrays.copyOf(deadlines, 2 * size);
            extendedAt = Arrays.copyOf(extendedAt, 2 * size);
        }
    }

    private void move(int from, int to, int length) {
        System.arraycopy(latest, from, latest, to, length);
        System.arraycopy(hashes, from, hashes, to, length);
        System.arraycopy(deadlines, from, deadlines, to, length);
        System.arraycopy(extendedAt, from, extendedAt, to, length);
    }
}
