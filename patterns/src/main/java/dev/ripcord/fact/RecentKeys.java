package dev.ripcord.fact;

import java.io.IOException;

/**
 * The most recently used keys, each in a slot of its own with a count and some values about it. Where all slots are
 * taken, a new key gets the slot of the one that was not used for longest. A doubly linked list goes through the slots
 * from the oldest to the newest.
 */
class RecentKeys extends HashedSlots {
    /** Of a slot: after the key the count over the links to the next older and the next newer slot, then the values. */
    private static final int LINKS = 1;

    private static final int VALUES = 2;
    private static final int LINK_BITS = 16;
    private static final long LINK = 0xFFFF;
    private static final int COUNT_SHIFT = Integer.SIZE;
    /** More often than any key comes while it is kept: a year at a hundred times a second. */
    private static final long MOST = 0xFFFF_FFFFL;

    private final int maximum;
    private int newest = NOWHERE;
    private int oldest = NOWHERE;

    /**
     * @param maximum how many keys are kept, a power of two from 8 to 16,384
     * @param values how many belong to a key, the count aside
     */
    RecentKeys(int maximum, int values) {
        super(maximum, VALUES + values);
        this.maximum = maximum;
    }

    final long value(int slot, int number) {
        return cell(slot, VALUES + number);
    }

    final void setValue(int slot, int number, long value) {
        setCell(slot, VALUES + number, value);
    }

    final long countAt(int slot) {
        return cell(slot, LINKS) >>> COUNT_SHIFT;
    }

    final void setCountAt(int slot, long count) {
        setCell(slot, LINKS, Math.min(count, MOST) << COUNT_SHIFT | cell(slot, LINKS) & ~(MOST << COUNT_SHIFT));
    }

    /** @return the slot, or -1 where the key is not kept; either way it does not count as used */
    final int find(long key) {
        return slot(key);
    }

    /** @return the slot; {@code ~slot} where the key is new in it, and the values there belong to a forgotten key */
    final int use(long key) {
        int slot = slot(key);
        if (slot < 0) {
            return ~add(key);
        }
        if (slot != newest) {
            unlink(slot);
            linkNewest(slot);
        }
        return slot;
    }

    /** @param key that is not kept */
    private int add(long key) {
        int slot = isFull() ? forgetOldest() : nextSlot();
        take(slot, key);
        linkNewest(slot);
        return slot;
    }

    /** @return its slot */
    private int forgetOldest() {
        int slot = oldest;
        unlink(slot);
        giveUp(slot);
        return slot;
    }

    final void clear() {
        if (size() > 0) {
            forgetAll();
            newest = NOWHERE;
            oldest = NOWHERE;
        }
    }

    /** @return the slot that was not used for longest, or -1 where nothing is kept */
    final int oldest() {
        return oldest;
    }

    /** @return the slot used next after this one, or -1 after the latest */
    final int newer(int slot) {
        return (short) cell(slot, LINKS);
    }

    private int older(int slot) {
        return (short) (cell(slot, LINKS) >> LINK_BITS);
    }

    private void setNewer(int slot, int newer) {
        setCell(slot, LINKS, cell(slot, LINKS) & ~LINK | newer & LINK);
    }

    private void setOlder(int slot, int older) {
        setCell(slot, LINKS, cell(slot, LINKS) & ~(LINK << LINK_BITS) | (older & LINK) << LINK_BITS);
    }

    void write(FoldOutput out) throws IOException {
        out.count(size());
        for (int slot = oldest; slot >= 0; slot = newer(slot)) {
            out.fingerprint(key(slot));
        }
    }

    /** Using the keys again in their order gives each the same place in line; values must be read in that order too. */
    void read(FoldInput in) throws IOException {
        int kept = in.size(maximum);
        reserve(kept);
        for (int number = 0; number < kept; number++) {
            use(in.fingerprint());
        }
    }

    private void linkNewest(int slot) {
        setNewer(slot, NOWHERE);
        setOlder(slot, newest);
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
