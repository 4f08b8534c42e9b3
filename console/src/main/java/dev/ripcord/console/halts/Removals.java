package dev.ripcord.console.halts;

import java.util.Collection;
import java.util.TreeMap;

/**
 * The keys that were removed lately, for clients that were away meanwhile. Holds a bounded number; who was away for
 * longer must begin anew.
 */
final class Removals {
    /** @param key that nothing stands under since the offset */
    record Removal(String key, long offset) {}

    private final int most;
    private final TreeMap<Long, Removal> byOffset = new TreeMap<>();
    private long completeAfter = -1;

    Removals(int most) {
        this.most = most;
    }

    void add(String key, long offset) {
        byOffset.put(offset, new Removal(key, offset));
        while (byOffset.size() > most) {
            completeAfter = Math.max(completeAfter, byOffset.pollFirstEntry().getKey());
        }
    }

    /** What was removed up to there may be gone from the topic without a trace. */
    void forgetThrough(long offset) {
        completeAfter = Math.max(completeAfter, offset);
        byOffset.headMap(offset, true).clear();
    }

    /** @return whether {@link #after} tells all that was removed after the offset */
    boolean knows(long offset) {
        return offset >= completeAfter;
    }

    Collection<Removal> after(long offset) {
        return byOffset.tailMap(offset, false).values();
    }

    int size() {
        return byOffset.size();
    }
}
