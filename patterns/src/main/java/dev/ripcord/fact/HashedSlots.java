package dev.ripcord.fact;

import java.util.Arrays;

/**
 * Keys in numbered slots, found by open addressing. Which slot a key gets, and which one is given up where all are taken,
 * is for the kinds of it to say.
 *
 * <p>All lies in one array, because memory is what an event of a session waits for that had none for a while. First the
 * places, four to a cell and at most half of them taken: in each the number of a slot, and above it some bits of the key
 * there, so that a key that is new hardly ever has to look at another one's slot. Then the slots, each with its key first.
 * Keys are hashes and need no mixing.
 */
abstract class HashedSlots {
    static final int NOWHERE = -1;
    private static final int FIRST_CAPACITY = 8;
    private static final int PLACE_BITS = 16;
    private static final int PLACE = 0xFFFF;
    private static final int TAG_SHIFT = Long.SIZE - PLACE_BITS;
    private static final long[] NO_CELLS = {};

    private final int maximum;
    private final int width;
    /** The bits of a place that belong to the key; in the others stands the slot + 1, or 0 where the place is free. */
    private final int tagBits;

    private long[] cells = NO_CELLS;
    /** Kept here as well: to ask the array itself is to wait for it before it is known where to look. */
    private int capacity;

    private int size;

    /**
     * @param maximum how many keys are kept, a power of two from 8 to 16,384
     * @param width of a slot, its key included
     */
    HashedSlots(int maximum, int width) {
        this.maximum = maximum;
        this.width = width;
        this.tagBits = PLACE & -(maximum << 1);
    }

    final int size() {
        return size;
    }

    final boolean isFull() {
        return size == maximum;
    }

    final long key(int slot) {
        return cell(slot, 0);
    }

    /** @param number from 1 for what comes after the key */
    final long cell(int slot, int number) {
        return cells[at(slot) + number];
    }

    final void setCell(int slot, int number, long value) {
        cells[at(slot) + number] = value;
    }

    /** @return the slot; {@link #NOWHERE} where the key is not kept */
    final int slot(long key) {
        if (size == 0) {
            return NOWHERE;
        }
        int tag = tag(key);
        int place = home(key);
        for (int taken = place(place); taken != 0; taken = place(place)) {
            if ((taken & tagBits) == tag && key(number(taken)) == key) {
                return number(taken);
            }
            place = after(place);
        }
        return NOWHERE;
    }

    /** @return a slot that was never taken; none may have been given up but for a key that took its place */
    final int nextSlot() {
        if (size == capacity) {
            allocate(size == 0 ? FIRST_CAPACITY : size * 2);
        }
        return size++;
    }

    /** Makes room for so many keys at once. */
    final void reserve(int keys) {
        int larger = Math.max(capacity, FIRST_CAPACITY);
        while (larger < keys) {
            larger *= 2;
        }
        if (larger > capacity && keys > 0) {
            allocate(larger);
        }
    }

    /** @param key that is not kept */
    final void take(int slot, long key) {
        setCell(slot, 0, key);
        settle(slot, key);
    }

    /** The slot goes to another key. */
    final void giveUp(int slot) {
        free(placeOf(slot));
    }

    final void forgetAll() {
        if (capacity > FIRST_CAPACITY) {
            cells = NO_CELLS;
            capacity = 0;
        } else {
            Arrays.fill(cells, 0, firstSlot(), 0);
        }
        size = 0;
    }

    private void allocate(int larger) {
        long[] before = cells;
        int from = firstSlot();
        capacity = larger;
        cells = new long[firstSlot() + capacity * width];
        System.arraycopy(before, from, cells, firstSlot(), size * width);
        for (int slot = 0; slot < size; slot++) {
            settle(slot, key(slot));
        }
    }

    private void settle(int slot, long key) {
        int place = home(key);
        while (place(place) != 0) {
            place = after(place);
        }
        setPlace(place, tag(key) | slot + 1);
    }

    private int placeOf(int slot) {
        int place = home(key(slot));
        while (number(place(place)) != slot) {
            place = after(place);
        }
        return place;
    }

    /** Moves those up that had to go further because of the place that is freed. */
    private void free(int place) {
        int hole = place;
        for (int later = after(hole); place(later) != 0; later = after(later)) {
            int home = home(key(number(place(later))));
            if (distance(home, later) >= distance(hole, later)) {
                setPlace(hole, place(later));
                hole = later;
            }
        }
        setPlace(hole, 0);
    }

    private int place(int place) {
        return (int) (cells[place >> 2] >>> shift(place)) & PLACE;
    }

    private void setPlace(int place, int taken) {
        long others = cells[place >> 2] & ~((long) PLACE << shift(place));
        cells[place >> 2] = others | (long) taken << shift(place);
    }

    private static int shift(int place) {
        return (place & 3) * PLACE_BITS;
    }

    private int number(int taken) {
        return (taken & ~tagBits) - 1;
    }

    private int tag(long key) {
        return (int) (key >>> TAG_SHIFT) & tagBits;
    }

    private int home(long key) {
        return (int) (key ^ key >>> Integer.SIZE) & 2 * capacity - 1;
    }

    private int after(int place) {
        return place + 1 & 2 * capacity - 1;
    }

    private int distance(int from, int to) {
        return to - from & 2 * capacity - 1;
    }

    private int at(int slot) {
        return firstSlot() + slot * width;
    }

    private int firstSlot() {
        return capacity / 2;
    }
}
