package dev.ripcord.console.halts;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import java.util.LinkedHashMap;
import java.util.Map;

/** The scopes of the halts that were read lately, also of those that something else has taken the place of. */
final class LatestHalts {
    private static final int MOST = 10_000;

    private final Map<String, Scope> scopes = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Scope> eldest) {
            return size() > MOST;
        }
    };

    void add(Halt halt) {
        scopes.put(halt.haltId(), halt.scope());
    }

    boolean has(String haltId, Scope scope) {
        return scope.equals(scopes.get(haltId));
    }
}
