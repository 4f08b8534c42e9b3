package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/**
 * The most recently used keys, each with a slot of its own, so that values about it can lie in arrays beside. Where
 * all slots are taken, a new key gets the slot of the one that was not used for longest.
 *
 * <p>Open addressing over the slots, and a doubly linked list through them from the oldest to the newest: no object is
 * made per key, and memory grows with the keys in use. Keys are hashes and need no mixing.
 */
final class RecentKeys {
    private static final int FIRST_CAPACITY = 8;
    private static final int GROWTH = 4;
    private static final int NOWHERE = -1;

    private final int maximum;
    private long[] keys = {};
    private short[] newer = {};
    private short[] older = {};
    /** Slot + 1 by place; 0 where the place is free. At most half of the places are taken. */
    private short[] places = {};

    private int size;
    private int newest = NOWHERE;
    private int oldest = NOWHERE;

    /** @param maximum how many keys are kept, a power of two from 8 to 16,384 */
    RecentKeys(int maximum) {
        this.maximum = maximum;
    }

    int size() {
        return size;
    }

    /** How long an array of values must be to have a place for each slot. */
    int capacity() {
        return keys.length;
    }

    long key(int slot) {
        return keys[slot];
    }

    /** @return the slot, or -1 where the key is not kept; either way it does not count as used */
    int find(long key) {
        return size == 0 ? NOWHERE : places[place(key)] - 1;
    }

    /** @return the slot; {@code ~slot} where the key is new in it, and the values there belong to a forgotten key */
    int use(long key) {
        int slot = find(key);
        if (slot >= 0) {
            unlink(slot);
            linkNewest(slot);
            return slot;
        }
        slot = freeSlot();
        keys[slot] = key;
        places[place(key)] = (short) (slot + 1);
        linkNewest(slot);
        return ~slot;
    }

    void clear() {
        if (size == 0) {
            return;
        }
        if (keys.length > FIRST_CAPACITY) {
            allocate(0);
        } else {
            Arrays.fill(places, (short) 0);
        }
        size = 0;
        newest = NOWHERE;
        oldest = NOWHERE;
    }

    /** @return the slot that was not used for longest, or -1 where nothing is kept */
    int oldest() {
        return oldest;
    }

    /** @return the slot used next after this one, or -1 after the latest */
    int newer(int slot) {
        return newer[slot];
    }

    void write(FoldOutput out) throws IOException {
        out.count(size);
        for (int slot = oldest; slot >= 0; slot = newer[slot]) {
            out.fingerprint(keys[slot]);
        }
    }

    /** Using the keys again in their order gives each the same place in line; values must be read in that order too. */
    void read(FoldInput in) throws IOException {
        int kept = in.size(maximum);
        for (int number = 0; number < kept; number++) {
            use(in.fingerprint());
        }
    }

    private int freeSlot() {
        if (size == maximum) {
            int forgotten = oldest;
            unlink(forgotten);
            free(place(keys[forgotten]));
            return forgotten;
        }
        if (size == keys.length) {
            allocate(size == 0 ? FIRST_CAPACITY : Math.min(maximum, size * GROWTH));
        }
        return size++;
    }

    private void allocate(int capacity) {
        keys = Arrays.copyOf(keys, capacity);
        newer = Arrays.copyOf(newer, capacity);
        older = Arrays.copyOf(older, capacity);
        places = new short[capacity * 2];
        for (int slot = 0; slot < Math.min(size, capacity); slot++) {
            places[place(keys[slot])] = (short) (slot + 1);
        }
    }

    /** @return where the key is, or the free place where it belongs */
    private int place(long key) {
        int place = home(key);
        while (places[place] != 0 && keys[places[place] - 1] != key) {
            place = next(place);
        }
        return place;
    }

    /** Moves those up that had to go further because of the place that is freed. */
    private void free(int place) {
        int hole = place;
        for (int later = next(hole); places[later] != 0; later = next(later)) {
            int home = home(keys[places[later] - 1]);
            if (distance(home, later) >= distance(hole, later)) {
                places[hole] = places[later];
                hole = later;
            }
        }
        places[hole] = 0;
    }

    private int home(long key) {
        return (int) (key ^ key >>> Integer.SIZE) & places.length - 1;
    }

    private int next(int place) {
        return place + 1 & places.length - 1;
    }

    private int distance(int from, int to) {
        return to - from & places.length - 1;
    }

    private void linkNewest(int slot) {
        older[slot] = (short) newest;
        newer[slot] = NOWHERE;
        if (newest >= 0) {
            newer[newest] = (short) slot;
        } else {
            oldest = slot;
        }
        newest = slot;
    }

    private void unlink(int slot) {
        if (older[slot] >= 0) {
            newer[older[slot]] = newer[slot];
        } else {
            oldest = newer[slot];
        }
        if (newer[slot] >= 0) {
            older[newer[slot]] = older[slot];
        } else {
            newest = older[slot];
        }
    }
}
