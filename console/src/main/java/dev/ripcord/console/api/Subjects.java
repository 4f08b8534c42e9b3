package dev.ripcord.console.api;

import dev.ripcord.console.access.Caller;
import dev.ripcord.halt.Subject;
import dev.ripcord.topic.SessionKey;
import java.util.Set;

/** Whose halts a request asks for. */
final class Subjects {
    static final Set<String> PARAMETERS = Set.of("tenant", "session", "root", "parent", "agent");

    private Subjects() {}

    /** @throws Refused where the session is missing, more is wrong with the query, or the tenant is another's */
    static Subject of(Query query, Caller caller) {
        String session = query.text("session");
        if (session == null) {
            query.error("session is missing; it must be the id of the session that asks, as in /v1/check?session=ID");
        }
        query.refuseErrors();
        String tenant = query.given("tenant").orElse(SessionKey.DEFAULT_TENANT);
        Access.requireTenant(caller, tenant);
        return new Subject(tenant, session, query.text("root"), query.text("parent"), query.text("agent"));
    }
}
