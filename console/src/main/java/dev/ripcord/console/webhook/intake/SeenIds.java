package dev.ripcord.console.webhook.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The latest ids: signals are written at least once, and are told once. */
final class SeenIds {
    static final int MOST = 50_000;

    private final Set<String> ids = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    });

    /** @return whether it is new */
    boolean add(String id) {
        return ids.add(id);
    }
}
