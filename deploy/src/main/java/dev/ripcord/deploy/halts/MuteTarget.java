package dev.ripcord.deploy.halts;

import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Scope;
import dev.ripcord.topic.RecordKey;
import java.util.List;

/**
 * What a mute is about: a scope, or a pattern.
 *
 * @param scope null where it is a pattern
 * @param pattern id of the definition; null where it is a scope
 */
public record MuteTarget(Scope scope, String pattern) {
    private static final String PATTERN = "pattern";

    /**
     * @param text {@code pattern/ID}, or a scope as {@link Scope#parse} reads it
     * @throws IllegalArgumentException where it is neither; the message says what would be one
     */
    public static MuteTarget parse(String text) {
        List<String> parts = RecordKey.parts(text);
        if (!parts.get(0).equals(PATTERN)) {
            return new MuteTarget(Scope.parse(text), null);
        }
        if (parts.size() != 2 || parts.get(1).isBlank()) {
            throw new IllegalArgumentException("'" + text + "'; it must be pattern/ID, or a scope");
        }
        return new MuteTarget(null, parts.get(1));
    }

    static MuteTarget of(Mute mute) {
        return new MuteTarget(mute.scope(), mute.pattern());
    }

    /**
     * @param text a pattern's id, or {@code pattern/ID} as it is written where it is muted
     * @return the id
     */
    public static String patternId(String text) {
        var prefix = PATTERN + "/";
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    /** @return the id alone; null for a tenant, and for everybody */
    String name() {
        return scope == null ? pattern : scope.id();
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return scope == null ? RecordKey.of(PATTERN, pattern) : scope.key();
    }

    /** The key of its mute on {@code ripcord.halts}. */
    public String key() {
        return text() + "/mute";
    }
}
