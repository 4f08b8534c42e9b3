package dev.ripcord.fact;

import java.util.Arrays;

/**
 * Keys in numbered slots, found by open addressing. Which slot a key gets, and which one is given up where all are taken,
 * is for the kinds of it to say.
 *
 * <p>All lies in one array, because memory is what an event of a session waits for that had none for a while. First the
 * places, four to a cell and at most half of them taken: in each the number of a slot, and above it some bits of the key
 * there, so that a key that is new hardly ever has to look at another one's slot. Then the slots, each with its key first.
 *
 * <p>A key goes to its home cell, or where that is full to the next that is not. The four places of a cell are looked at
 * in one step: how many of them are taken decides nothing then, and the processor does not guess wrong about memory that
 * it still waits for. Keys are hashes and need no mixing.
 */
abstract class HashedSlots {
    static final int NOWHERE = -1;
    private static final int FIRST_CAPACITY = 8;
    private static final int PLACE_BITS = 16;
    private static final int PLACE = 0xFFFF;
    private static final int TAG_SHIFT = Long.SIZE - PLACE_BITS;
    /** One in each place of a cell. */
    private static final long EACH = 0x0001_0001_0001_0001L;
    /** All bits of each place but its highest. */
    private static final long LOWER = 0x7FFF * EACH;
    /** The highest bit of each place. */
    private static final long HIGHEST = ~LOWER;

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
        long tags = tag(key) * EACH;
        for (int cell = home(key); ; cell = after(cell)) {
            long places = cells[cell];
            long free = empty(places);
            for (long alike = empty((places ^ tags) & tagBits * EACH) & ~free; alike != 0; alike &= alike - 1) {
                int slot = number(places, alike);
                if (key(slot) == key) {
                    return slot;
                }
            }
            if (free != 0) {
                return NOWHERE;
            }
        }
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
        int cell = home(key(slot));
        while (placeOf(slot, cell) == 0) {
            cell = after(cell);
        }
        free(cell, placeOf(slot, cell));
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
        int cell = home(key);
        while (empty(cells[cell]) == 0) {
            cell = after(cell);
        }
        cells[cell] |= (tag(key) | slot + 1L) << shift(empty(cells[cell]));
    }

    /** Moves one up that had to go to a later cell because this one was full, and so on from there. */
    private void free(int from, long place) {
        int cell = from;
        long hole = place;
        for (int later = after(cell); empty(cells[cell]) == 0 && later != cell; later = after(later)) {
            long moves = movesUp(later, cell);
            if (moves != 0) {
                set(cell, hole, cells[later] >>> shift(moves) & PLACE);
                cell = later;
                hole = moves;
            } else if (empty(cells[later]) != 0) {
                break;
            }
        }
        set(cell, hole, 0);
    }

    /** @return the first place in a cell whose key was at home in an earlier cell or before it; 0 for none */
    private long movesUp(int cell, int earlier) {
        for (long taken = HIGHEST & ~empty(cells[cell]); taken != 0; taken &= taken - 1) {
            int home = home(key(number(cells[cell], taken)));
            if (distance(home, cell) >= distance(earlier, cell)) {
                return Long.lowestOneBit(taken);
            }
        }
        return 0;
    }

    /** @return the place of the slot in a cell; 0 where it is in another one */
    private long placeOf(int slot, int cell) {
        return empty((cells[cell] ^ (slot + 1) * EACH) & (PLACE & ~tagBits) * EACH);
    }

    private void set(int cell, long place, long taken) {
        cells[cell] = cells[cell] & ~((long) PLACE << shift(place)) | taken << shift(place);
    }

    /** @return the highest bit of each place that is 0: a place is told by that bit from here on */
    private static long empty(long places) {
        return ~((places & LOWER) + LOWER | places | LOWER);
    }

    /** @param place the first, where it is several */
    private static int shift(long place) {
        return Long.numberOfTrailingZeros(place) & -PLACE_BITS;
    }

    /** @return the slot whose number stands there */
    private int number(long places, long place) {
        return ((int) (places >>> shift(place)) & PLACE & ~tagBits) - 1;
    }

    private int tag(long key) {
        return (int) (key >>> TAG_SHIFT ^ key) & tagBits;
    }

    private int home(long key) {
        return (int) (key ^ key >>> Integer.SIZE) & firstSlot() - 1;
    }

    private int after(int cell) {
        return cell + 1 & firstSlot() - 1;
    }

    private int distance(int from, int to) {
        return to - from & firstSlot() - 1;
    }

    private int at(int slot) {
        return firstSlot() + slot * width;
    }

    /** @return how many cells the places take */
    private int firstSlot() {
        return capacity / 2;
    }
}
