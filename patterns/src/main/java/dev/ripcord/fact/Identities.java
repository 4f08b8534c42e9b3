package dev.ripcord.fact;

import java.io.IOException;

/**
 * The identities of the latest 512 events that have one; a further one pushes the oldest out. A repeat is no use of its
 * identity: what is repeated for ever would push out what may be repeated yet. Their slots are a ring in the order of the
 * log.
 */
final class Identities extends HashedSlots {
    private static final int MAXIMUM = 512;
    private static final int KEY_ALONE = 1;

    /** The oldest, once all slots are taken. */
    private int oldest;

    Identities() {
        super(MAXIMUM, KEY_ALONE);
    }

    /** @return whether the identity is new, and kept from now on */
    boolean add(long identity) {
        if (slot(identity) >= 0) {
            return false;
        }
        if (isFull()) {
            giveUp(oldest);
            take(oldest, identity);
            oldest = oldest + 1 & MAXIMUM - 1;
        } else {
            take(nextSlot(), identity);
        }
        return true;
    }

    void write(FoldOutput out) throws IOException {
        out.count(size());
        for (int number = 0; number < size(); number++) {
            out.fingerprint(key(oldest + number & MAXIMUM - 1));
        }
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size(MAXIMUM);
        for (int number = 0; number < kept; number++) {
            add(in.fingerprint());
        }
    }
}
