package dev.ripcord.signal;

import dev.ripcord.event.SessionKey;
import dev.ripcord.pattern.ScopeKind;
import dev.ripcord.topic.RecordKey;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a signal is about and a halt stops.
 *
 * @param tenant null for the global scope
 * @param id the session's, root session's or agent's id; null for tenant and global
 */
public record Scope(ScopeKind kind, String tenant, String id) {
    public Scope {
        Objects.requireNonNull(kind, "kind");
        boolean ofTenant = kind != ScopeKind.GLOBAL;
        boolean ofOne = ofTenant && kind != ScopeKind.TENANT;
        if (ofTenant != (tenant != null) || ofOne != (id != null)) {
            throw new IllegalArgumentException("scope " + kind.word() + " has tenant " + tenant + " and id " + id
                    + "; global needs neither, tenant needs a tenant, the others need both");
        }
    }

    public static Scope session(SessionKey session) {
        return new Scope(ScopeKind.SESSION, session.tenant(), session.session());
    }

    /**
     * @return the scope as one word, part of keys on {@code ripcord.halts}: {@code session/default/invoice-9}. No two
     *     scopes share one, whatever their ids contain: see {@link RecordKey}
     */
    public String key() {
        return RecordKey.of(
                Stream.of(kind.word(), tenant, id).filter(Objects::nonNull).toArray(String[]::new));
    }
}
