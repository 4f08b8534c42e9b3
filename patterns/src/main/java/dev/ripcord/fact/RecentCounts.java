package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/** How often each key came: exact over the 256 most recently used ones; one forgotten since counts as new. */
final class RecentCounts {
    static final int MAXIMUM = 256;

    private final RecentKeys keys = new RecentKeys(MAXIMUM);
    private long[] counts = {};

    /** @return how often the key came, this time included */
    long add(long key) {
        int slot = keys.use(key);
        if (slot >= 0) {
            return ++counts[slot];
        }
        put(~slot, 1);
        return 1;
    }

    /** @return how often the key came; does not count as a use of it */
    long count(long key) {
        int slot = keys.find(key);
        return slot < 0 ? 0 : counts[slot];
    }

    /** Begins anew for a key that came before. */
    void reset(long key) {
        int slot = keys.find(key);
        if (slot >= 0) {
            counts[slot] = 0;
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
            out.count(counts[slot]);
        }
    }

    void read(FoldInput in) throws IOException {
        keys.read(in);
        for (int slot = keys.oldest(); slot >= 0; slot = keys.newer(slot)) {
            put(slot, in.count());
        }
    }

    private void put(int slot, long count) {
        if (slot >= counts.length) {
            counts = Arrays.copyOf(counts, keys.capacity());
        }
        counts[slot] = count;
    }
}
