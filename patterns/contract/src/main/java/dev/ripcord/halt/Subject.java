package dev.ripcord.halt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The session that asks whether it may go on, and what it belongs to.
 *
 * @param root the session at the top of its lineage; null where it is one itself, or nobody knows
 * @param parent the session that started it; null likewise
 * @param agent null where it is not known
 */
public record Subject(String tenant, String session, String root, String parent, String agent) {
    public Subject {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(session, "session");
    }

    /**
     * @return every scope whose halt stops the session, the narrowest first. Those of its parent and its root are among
     *     them: what a halted session has begun must not go on without it. A session without a root is the root of its
     *     own lineage; one that knows only its parent belongs to the lineage of that
     */
    public List<Scope> scopes() {
        String top = root != null ? root : parent != null ? parent : session;
        Set<String> sessions = new LinkedHashSet<>(List.of(session));
        if (parent != null) {
            sessions.add(parent);
        }
        sessions.add(top);
        List<Scope> scopes = new ArrayList<>();
        sessions.forEach(one -> scopes.add(new Scope(ScopeKind.SESSION, tenant, one)));
        scopes.add(new Scope(ScopeKind.LINEAGE, tenant, top));
        if (agent != null) {
            scopes.add(new Scope(ScopeKind.AGENT, tenant, agent));
        }
        scopes.add(new Scope(ScopeKind.TENANT, tenant, null));
        scopes.add(new Scope(ScopeKind.GLOBAL, null, null));
        return scopes;
    }
}
