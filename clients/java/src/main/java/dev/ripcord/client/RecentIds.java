package dev.ripcord.client;

import java.util.LinkedHashMap;
import java.util.Map;

/** What has been done once and must not be done again. Bounded: the oldest are forgotten beyond some thousands. */
final class RecentIds {
    private static final int MOST = 4096;

    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** @return whether it is new */
    synchronized boolean add(String id) {
        return seen.putIfAbsent(id, true) == null;
    }

    synchronized boolean contains(String id) {
        return seen.containsKey(id);
    }
}
