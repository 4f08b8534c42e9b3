package dev.ripcord.halt;

import dev.ripcord.topic.RecordKey;
import dev.ripcord.topic.SessionKey;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
     * @param text as {@link #key} writes it; a text without a slash that is no kind of scope is a session of the
     *     tenant {@code default}
     * @throws IllegalArgumentException where it is no scope; the message says what would be one
     */
    public static Scope parse(String text) {
        List<String> parts = RecordKey.parts(text);
        Optional<ScopeKind> kind = Arrays.stream(ScopeKind.values())
                .filter(one -> one.word().equals(parts.get(0)))
                .findFirst();
        boolean named = parts.stream().noneMatch(String::isEmpty);
        if (named && parts.size() == 1 && kind.isEmpty()) {
            return session(new SessionKey(SessionKey.DEFAULT_TENANT, parts.get(0)));
        }
        int size = kind.map(one -> one == ScopeKind.GLOBAL ? 1 : one == ScopeKind.TENANT ? 2 : 3)
                .orElse(-1);
        if (!named || parts.size() != size) {
            throw new IllegalArgumentException("scope '" + text + "'; it must be a session's id,"
                    + " session/TENANT/SESSION, lineage/TENANT/ROOT, agent/TENANT/AGENT, tenant/TENANT or global");
        }
        return new Scope(kind.get(), size > 1 ? parts.get(1) : null, size > 2 ? parts.get(2) : null);
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
