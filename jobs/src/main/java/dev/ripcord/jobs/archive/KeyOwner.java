package dev.ripcord.jobs.archive;

import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.topic.RecordKey;
import java.util.List;

/**
 * Whose record it is, as far as its key says.
 *
 * @param tenant null where it says none
 * @param session likewise
 */
record KeyOwner(String tenant, String session) {
    private static final KeyOwner NOBODY = new KeyOwner(null, null);

    /** @param key {@code tenant/session}, or anything else */
    static KeyOwner ofSession(String key) {
        try {
            List<String> parts = key == null ? List.of() : RecordKey.parts(key);
            return parts.size() == 2 ? new KeyOwner(parts.get(0), parts.get(1)) : NOBODY;
        } catch (IllegalArgumentException notOurs) {
            return NOBODY;
        }
    }

    /** @param key {@code <scope>/<writer>}, or anything else */
    static KeyOwner ofScope(String key) {
        int slash = key == null ? -1 : key.lastIndexOf('/');
        if (slash < 0) {
            return NOBODY;
        }
        try {
            Scope scope = Scope.parse(key.substring(0, slash));
            return new KeyOwner(scope.tenant(), scope.kind() == ScopeKind.SESSION ? scope.id() : null);
        } catch (IllegalArgumentException ofAPattern) {
            return NOBODY;
        }
    }
}
