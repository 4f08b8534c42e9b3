package dev.ripcord.signal;

import dev.ripcord.event.SessionKey;
import dev.ripcord.pattern.ScopeKind;
import java.util.Locale;
import java.util.Objects;

/**
 * What a signal is about and a halt stops.
 *
 * @param tenant null for the global scope
 * @param id the session's, root session's or agent's id; null for tenant and global
 */
public record Scope(ScopeKind kind, String tenant, String id) {
    public Scope {
        Objects.requireNonNull(kind, "kind");
    }

    public static Scope session(SessionKey session) {
        return new Scope(ScopeKind.SESSION, session.tenant(), session.session());
    }

    /** @return the scope as one word, part of keys on {@code ripcord.halts}: {@code session/default/invoice-9} */
    public String key() {
        return kind.name().toLowerCase(Locale.ROOT)
                + (tenant == null ? "" : "/" + tenant)
                + (id == null ? "" : "/" + id);
    }
}
