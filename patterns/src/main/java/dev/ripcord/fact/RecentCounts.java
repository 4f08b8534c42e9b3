package dev.ripcord.fact;

import java.io.IOException;

/** How often each key came: exact over the 256 most recently used ones; one forgotten since counts as new. */
final class RecentCounts {
    static final int MAXIMUM = 256;

    private static final int COUNT = 0;

    private final RecentKeys keys = new RecentKeys(MAXIMUM, 1);

    /** @return how often the key came, this time included */
    long add(long key) {
        int slot = keys.use(key);
        if (slot >= 0) {
            long count = keys.value(slot, COUNT) + 1;
            keys.setValue(slot, COUNT, count);
            return count;
        }
        keys.setValue(~slot, COUNT, 1);
        return 1;
    }

    /** @return how often the key came; does not count as a use of it */
    long count(long key) {
        int slot = keys.find(key);
        return slot < 0 ? 0 : keys.value(slot, COUNT);
    }

    /** Begins anew for a key that came before. */
    void reset(long key) {
        int slot = keys.find(key);
        if (slot >= 0) {
            keys.setValue(slot, COUNT, 0);
        }
    }

    boolean isEmpty() {
        return keys.size() == 0;
    }

    void clear() {
        keys.clear();
    }

    void write(FoldOutput out) throws IOException {
        keys.write(out);
        for (int slot = keys.oldest(); slot >= 0; slot = keys.newer(slot)) {
            out.count(keys.value(slot, COUNT));
        }
    }

    void read(FoldInput in) throws IOException {
        keys.read(in);
        for (int slot = keys.oldest(); slot >= 0; slot = keys.newer(slot)) {
            keys.setValue(slot, COUNT, in.count());
        }
    }
}
