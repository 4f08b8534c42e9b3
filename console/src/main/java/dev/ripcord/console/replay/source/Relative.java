package dev.ripcord.console.replay.source;

import java.util.Objects;

/**
 * A session that says it belongs to another one.
 *
 * @param parent the session right above it; null where it does not say
 * @param root the session at the top; null likewise
 */
public record Relative(String session, String parent, String root) {
    public Relative {
        Objects.requireNonNull(session, "session");
    }

    /** @return what is known when two sources know the same session */
    public Relative and(Relative other) {
        return new Relative(session, parent == null ? other.parent : parent, root == null ? other.root : root);
    }
}
