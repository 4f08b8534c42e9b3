package dev.ripcord.deploy.signals;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Ids of the signals seen so far: signals are written at least once, and their readers drop the repeats. */
final class SeenSignals {
    /** A repeat comes seconds after the original; whoever follows for a year need not remember it. */
    private static final int REMEMBERED = 100_000;

    private final Set<String> ids = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    boolean isNew(String id) {
        return ids.add(id);
    }
}
