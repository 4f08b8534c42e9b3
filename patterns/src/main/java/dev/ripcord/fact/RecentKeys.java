package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/**
 * The most recently used keys, each in a slot of its own with some values about it. Where all slots are taken, a new
 * key gets the slot of the one that was not used for longest.
 *
 * <p>Open addressing over the slots, and a doubly linked list through them from the oldest to the newest. What belongs
 * to a key lies together, because memory is what an event of a session waits for that had none for a while: two
 * objects in all, that grow with the keys in use. Keys are hashes and need no mixing.
 */
final class RecentKeys {
    private static final int FIRST_CAPACITY = 8;
    private static final int NOWHERE = -1;

    /** Of a slot: the key, the links to the next newer and the next older slot, then the values. */
    private static final int LINKS = 1;

    private static final int VALUES = 2;
    private static final int LINK_BITS = 16;
    private static final long LINK = 0xFFFF;

    private final int maximum;
    private final int width;
    private long[] slots = {};
    /** Slot + 1 by place; 0 where the place is free. At most half of the places are taken. */
    private short[] places = {};

    private int size;
    private int newest = NOWHERE;
    private int oldest = NOWHERE;

    /**
     * @param maximum how many keys are kept, a power of two from 8 to 16,384
     * @param values how many belong to a key
     */
    RecentKeys(int maximum, int values) {
        this.maximum = maximum;
        this.width = VALUES + values;
    }

    int size() {
        return size;
    }

    long key(int slot) {
        return slots[slot * width];
    }

    long value(int slot, int number) {
        return slots[slot * width + VALUES + number];
    }

    void setValue(int slot, int number, long value) {
        slots[slot * width + VALUES + number] = value;
    }

    /** @return the slot, or -1 where the key is not kept; either way it does not count as used */
    int find(long key) {
        return size == 0 ? NOWHERE : places[place(key)] - 1;
    }

    /** @return the slot; {@code ~slot} where the key is new in it, and the values there belong to a forgotten key */
    int use(long key) {
        int slot = find(key);
        if (slot >= 0) {
            if (slot != newest) {
                unlink(slot);
                linkNewest(slot);
            }
            return slot;
        }
        slot = freeSlot();
        slots[slot * width] = key;
        places[place(key)] = (short) (slot + 1);
        linkNewest(slot);
        return ~slot;
    }

    void clear() {
        if (size == 0) {
            return;
        }
        if (slots.length > FIRST_CAPACITY * width) {
            slots = new long[0];
            places = new short[0];
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
        return (short) slots[slot * width + LINKS];
    }

    private int older(int slot) {
        return (short) (slots[slot * width + LINKS] >> LINK_BITS);
    }

    private void setNewer(int slot, int newer) {
        int at = slot * width + LINKS;
        slots[at] = slots[at] & ~LINK | newer & LINK;
    }

    private void setOlder(int slot, int older) {
        int at = slot * width + LINKS;
        slots[at] = slots[at] & LINK | (long) older << LINK_BITS;
    }

    void write(FoldOutput out) throws IOException {
        out.count(size);
        for (int slot = oldest; slot >= 0; slot = newer(slot)) {
            out.fingerprint(key(slot));
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
            free(place(key(forgotten)));
            return forgotten;
        }
        if (size * width == slots.length) {
            allocate(size == 0 ? FIRST_CAPACITY : Math.min(maximum, size * 2));
        }
        return size++;
    }

    private void allocate(int capacity) {
        slots = Arrays.copyOf(slots, capacity * width);
        places = new short[capacity * 2];
        for (int slot = 0; slot < size; slot++) {
            places[place(key(slot))] = (short) (slot + 1);
        }
    }

    /** @return where the key is, or the free place where it belongs */
    private int place(long key) {
        int place = home(key);
        while (places[place] != 0 && key(places[place] - 1) != key) {
            place = next(place);
        }
        return place;
    }

    /** Moves those up that had to go further because of the place that is freed. */
    private void free(int place) {
        int hole = place;
        for (int later = next(hole); places[later] != 0; later = next(later)) {
            int home = home(key(places[later] - 1));
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
        setOlder(slot, newest);
        setNewer(slot, NOWHERE);
        if (newest >= 0) {
            setNewer(newest, slot);
        } else {
            oldest = slot;
        }
        newest = slot;
    }

    private void unlink(int slot) {
        int older = older(slot);
        int newer = newer(slot);
        if (older >= 0) {
            setNewer(older, newer);
        } else {
            oldest = newer;
        }
        if (newer >= 0) {
            setOlder(newer, older);
        } else {
            newest = older;
        }
    }
}
