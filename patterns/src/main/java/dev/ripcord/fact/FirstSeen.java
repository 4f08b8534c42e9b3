package dev.ripcord.fact;

/**
 * The keys that were seen for the first time last; a further one pushes out the one whose first time is longest ago. To
 * see a key again is no use of it. Their slots are a ring.
 */
class FirstSeen extends HashedSlots {
    private static final int KEY_ALONE = 1;
    private final int maximum;
    /** Where the oldest lies, once all slots are taken. */
    private int oldest;

    /** @param maximum how many keys are kept, a power of two from 8 to 16,384 */
    FirstSeen(int maximum) {
        super(maximum, KEY_ALONE);
        this.maximum = maximum;
    }

    /** @return whether the key is new, and kept from now on */
    final boolean add(long key) {
        if (slot(key) >= 0) {
            return false;
        }
        if (isFull()) {
            giveUp(oldest);
            take(oldest, key);
            oldest = oldest + 1 & maximum - 1;
        } else {
            take(nextSlot(), key);
        }
        return true;
    }

    /** @param number from 0 for the oldest */
    final long inOrder(int number) {
        return key(oldest + number & maximum - 1);
    }
}
