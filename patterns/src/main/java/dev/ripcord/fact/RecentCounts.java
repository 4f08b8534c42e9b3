package dev.ripcord.fact;

import java.io.IOException;

/** How often each key came: exact over the 256 most recently used ones; one forgotten since counts as new. */
final class RecentCounts extends RecentKeys {
    static final int MAXIMUM = 256;

    RecentCounts() {
        super(MAXIMUM, 0);
    }

    /** @return how often the key came, this time included */
    long add(long key) {
        int slot = use(key);
        if (slot >= 0) {
            long count = countAt(slot) + 1;
            setCountAt(slot, count);
            return count;
        }
        setCountAt(~slot, 1);
        return 1;
    }

    /** @return how often the key came; does not count as a use of it */
    long count(long key) {
        int slot = find(key);
        return slot < 0 ? 0 : countAt(slot);
    }

    /** Begins anew for a key that came before. */
    void reset(long key) {
        int slot = find(key);
        if (slot >= 0) {
            setCountAt(slot, 0);
        }
    }

    @Override
    void write(FoldOutput out) throws IOException {
        super.write(out);
        for (int slot = oldest(); slot >= 0; slot = newer(slot)) {
            out.count(countAt(slot));
        }
    }

    @Override
    void read(FoldInput in) throws IOException {
        super.read(in);
        for (int slot = oldest(); slot >= 0; slot = newer(slot)) {
            setCountAt(slot, in.count());
        }
    }
}
