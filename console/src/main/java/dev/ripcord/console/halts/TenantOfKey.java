package dev.ripcord.console.halts;

import dev.ripcord.topic.RecordKey;
import java.util.List;
import java.util.Optional;

/** Whose a scope is, from its key. */
final class TenantOfKey {
    private static final String PATTERN = "pattern";

    private TenantOfKey() {}

    /** @return empty where it is nobody's alone: the global scope, and patterns */
    static Optional<String> of(String scopeKey) {
        List<String> parts = RecordKey.parts(scopeKey);
        return parts.size() > 1 && !parts.get(0).equals(PATTERN) ? Optional.of(parts.get(1)) : Optional.empty();
    }
}
