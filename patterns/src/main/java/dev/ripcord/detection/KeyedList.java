package dev.ripcord.detection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Partial matches in the order of beginning, each with the hash of its key and its deadline. Numbers of one kind lie
 * side by side, so that looking through some hundred of them takes less than a look into a hash map of objects would.
 */
final class KeyedList {
    private static final int FIRST_CAPACITY = 4;

    private TakenStep[] latest = new TakenStep[FIRST_CAPACITY];
    private int[] hashes = new int[FIRST_CAPACITY];
    private long[] deadlines = new long[FIRST_CAPACITY];
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

    void extend(int index, TakenStep taken, long deadline) {
        latest[index] = taken;
        deadlines[index] = deadline;
    }

    /** Almost always at the end: the session clock does not go back, and few steps are in two partitions. */
    void insert(TakenStep taken, int hash, long deadline) {
        if (size == latest.length) {
            latest = Arrays.copyOf(latest, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
            deadlines = Arrays.copyOf(deadlines, 2 * size);
        }
        int index = size++;
        while (index > 0 && TakenStep.BY_BEGINNING.compare(taken, latest[index - 1]) < 0) {
            move(index - 1, index);
            index--;
        }
        latest[index] = taken;
        hashes[index] = hash;
        deadlines[index] = deadline;
    }

    void remove(BitSet indexes) {
        int kept = 0;
        for (int index = 0; index < size; index++) {
            if (!indexes.get(index)) {
                move(index, kept++);
            }
        }
        Arrays.fill(latest, kept, size, null);
        size = kept;
    }

    private void move(int from, int to) {
        latest[to] = latest[from];
        hashes[to] = hashes[from];
        deadlines[to] = deadlines[from];
    }
}
