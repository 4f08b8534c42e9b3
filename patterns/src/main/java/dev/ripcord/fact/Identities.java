package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/**
 * The identities of the latest 512 events that have one; a further one pushes the oldest out. A repeat is no use of its
 * identity: what is repeated for ever would push out what may be repeated yet.
 *
 * <p>A ring in the order of the log, and open addressing into it. Identities are hashes and need no mixing.
 */
final class Identities {
    private static final int MAXIMUM = 512;
    private static final int FIRST_CAPACITY = 8;

    private long[] ring = {};
    /** Index in the ring + 1 by place; 0 where the place is free. At most half of the places are taken. */
    private short[] places = {};

    private int size;
    /** Where the next one goes. */
    private int next;

    /** @return whether the identity is new, and kept from now on */
    boolean add(long identity) {
        if (size == ring.length && size < MAXIMUM) {
            allocate(Math.max(FIRST_CAPACITY, size * 2));
        }
        int place = place(identity);
        if (places[place] != 0) {
            return false;
        }
        if (size == MAXIMUM) {
            free(place(ring[next]));
            place = place(identity);
        } else {
            size++;
        }
        ring[next] = identity;
        places[place] = (short) (next + 1);
        next = next + 1 & ring.length - 1;
        return true;
    }

    void write(FoldOutput out) throws IOException {
        out.count(size);
        for (int back = size; back >= 1; back--) {
            out.fingerprint(ring[next - back & ring.length - 1]);
        }
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size(MAXIMUM);
        for (int number = 0; number < kept; number++) {
            add(in.fingerprint());
        }
    }

    /** Only a ring that never went round grows: what it keeps lies from index 0 on. */
    private void allocate(int capacity) {
        next = size;
        ring = Arrays.copyOf(ring, capacity);
        places = new short[capacity * 2];
        for (int index = 0; index < size; index++) {
            places[place(ring[index])] = (short) (index + 1);
        }
    }

    /** @return where the identity is, or the free place where it belongs */
    private int place(long identity) {
        int place = home(identity);
        while (places[place] != 0 && ring[places[place] - 1] != identity) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    /** Moves those up that had to go further because of the place that is freed. */
    private void free(int place) {
        int hole = place;
        for (int later = after(hole); places[later] != 0; later = after(later)) {
            int home = home(ring[places[later] - 1]);
            if (distance(home, later) >= distance(hole, later)) {
                places[hole] = places[later];
                hole = later;
            }
        }
        places[hole] = 0;
    }

    private int home(long identity) {
        return (int) (identity ^ identity >>> Integer.SIZE) & places.length - 1;
    }

    private int after(int place) {
        return place + 1 & places.length - 1;
    }

    private int distance(int from, int to) {
        return to - from & places.length - 1;
    }
}
