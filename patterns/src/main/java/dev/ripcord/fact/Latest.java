package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/** The latest values, up to a maximum; a further one pushes the oldest out. */
final class Latest {
    private static final int FIRST_CAPACITY = 8;

    private final int maximum;
    private long[] values = {};
    private int size;
    /** Where the next value goes. */
    private int next;

    /** @param maximum how many values are kept, a power of two from 8 */
    Latest(int maximum) {
        this.maximum = maximum;
    }

    int size() {
        return size;
    }

    /** @param steps 1 for the latest value, up to {@link #size} for the oldest */
    long back(int steps) {
        return values[next - steps & values.length - 1];
    }

    void add(long value) {
        if (size == values.length && size < maximum) {
            grow();
        }
        values[next] = value;
        next = next + 1 & values.length - 1;
        size = Math.min(size + 1, maximum);
    }

    /** @return how many of the values kept are this one */
    int count(long value) {
        int count = 0;
        for (int index = 0; index < size; index++) {
            count += values[index] == value ? 1 : 0;
        }
        return count;
    }

    void clear() {
        size = 0;
        next = 0;
    }

    void write(FoldOutput out) throws IOException {
        out.count(size);
        for (int steps = size; steps >= 1; steps--) {
            out.fingerprint(back(steps));
        }
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size(maximum);
        for (int number = 0; number < kept; number++) {
            add(in.fingerprint());
        }
    }

    /** Only a row that never wrapped grows: its values lie from index 0 on. */
    private void grow() {
        next = size;
        values = Arrays.copyOf(values, size == 0 ? FIRST_CAPACITY : size * 2);
    }
}
