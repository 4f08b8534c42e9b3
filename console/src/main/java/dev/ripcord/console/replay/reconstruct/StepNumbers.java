package dev.ripcord.console.replay.reconstruct;

import dev.ripcord.topic.Position;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The number of each event of the session by its place in the log: eight bytes and a number for each. */
final class StepNumbers {
    private final Map<Integer, Offsets> partitions = new HashMap<>(1);

    /** Of one partition, in ascending order. */
    private static final class Offsets {
        private long[] offsets = new long[64];
        private int[] steps = new int[64];
        private int size;

        void add(long offset, long step) {
            if (size == offsets.length) {
                offsets = Arrays.copyOf(offsets, size * 2);
                steps = Arrays.copyOf(steps, size * 2);
            }
            offsets[size] = offset;
            steps[size++] = Math.toIntExact(step);
        }

        Long find(long offset) {
            int place = Arrays.binarySearch(offsets, 0, size, offset);
            return place < 0 ? null : (long) steps[place];
        }
    }

    /** @param position later than all before of its partition */
    void add(Position position, long step) {
        partitions.computeIfAbsent(position.partition(), none -> new Offsets()).add(position.offset(), step);
    }

    /** @return null where no event of the session lies there */
    Long at(Position position) {
        Offsets offsets = partitions.get(position.partition());
        return offsets == null ? null : offsets.find(position.offset());
    }
}
