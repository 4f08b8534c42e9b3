package dev.ripcord.halt;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands on {@code ripcord.halts}, and so who may go on. One thread applies records in the order of the topic; any
 * number may ask meanwhile, and wait for nobody.
 */
public final class HaltBook {
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();

    /** @return whether it changed how its scope stands; false for repeats, for old records and for mutes */
    public boolean apply(HaltRecord record) {
        Optional<Scope> scope = scopeOf(record);
        if (scope.isEmpty()) {
            return false;
        }
        Standing before = standing(scope.get());
        Standing after = before.after(record);
        standings.put(scope.get().key(), after);
        return after != before;
    }

    /** The key is gone from the topic. Only for those who must not grow for ever: a halt ends by a release alone. */
    public void remove(String key) {
        for (Writer writer : Writer.values()) {
            String suffix = "/" + writer.word();
            if (key.endsWith(suffix)) {
                standings.computeIfPresent(key.substring(0, key.length() - suffix.length()), (scope, standing) -> {
                    Standing left = standing.without(writer);
                    return left.isEmpty() ? null : left;
                });
            }
        }
    }

    public Standing standing(Scope scope) {
        return standings.getOrDefault(scope.key(), Standing.NONE);
    }

    /**
     * @param now milliseconds since the epoch
     * @return the halt that stops the subject the longest, of those that last as long that of the narrowest scope; empty
     *     where it may go on
     */
    public Optional<Halt> halting(Subject subject, long now) {
        return standings.isEmpty()
                ? Optional.empty()
                : subject.scopes().stream()
                        .flatMap(scope -> standing(scope).inForce(now).stream())
                        .reduce((one, next) -> Halt.LONGEST_FIRST.compare(next, one) < 0 ? next : one);
    }

    private static Optional<Scope> scopeOf(HaltRecord record) {
        if (record instanceof Halt halt) {
            return Optional.of(halt.scope());
        }
        return record instanceof Release release ? Optional.of(release.scope()) : Optional.empty();
    }
}
