package dev.ripcord.console.api;

import dev.ripcord.console.access.Caller;
import dev.ripcord.console.access.Role;
import dev.ripcord.console.acks.AckBoard;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.sessions.KnownSession;
import dev.ripcord.console.sessions.SessionBoard;
import dev.ripcord.console.sessions.SessionList;
import dev.ripcord.console.sessions.SessionOrder;
import dev.ripcord.time.WallClock;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@code GET /v1/sessions}: sessions as the guard last told of them. Answered from memory. */
final class SessionListEndpoint {
    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final String ORDERS = "risk, cost, steps, latest";
    private static final Set<String> PARAMETERS =
            Set.of("tenant", "agent", "since", "halted", "sort", "limit", "cursor");

    private final Readiness readiness;
    private final SessionBoard sessions;
    private final HaltBoard halts;
    private final AckBoard acks;

    SessionListEndpoint(Readiness readiness, SessionBoard sessions, HaltBoard halts, AckBoard acks) {
        this.readiness = readiness;
        this.sessions = sessions;
        this.halts = halts;
        this.acks = acks;
    }

    void answer(Context request) {
        Caller caller = Access.require(request, Role::mayReadEverything, "list sessions");
        Query query = Query.of(request, PARAMETERS);
        long now = WallClock.SYSTEM.millis();
        Predicate<KnownSession> halted =
                known -> halts.halting(known.subject(), now).isPresent();
        Predicate<KnownSession> wanted = wanted(query, caller, now);
        Predicate<KnownSession> listed = query.flag("halted") ? wanted.and(halted) : wanted;
        SessionOrder order = query.choice("sort", SessionOrder::of, SessionOrder.RISK, ORDERS);
        int limit = (int) query.number("limit", 1, MOST, USUAL);
        query.refuseErrors();
        readiness.requireHalts();
        requireSessions();
        SessionList page = SessionList.page(
                        sessions.where(listed), order, known -> urgency(known, now), query.given("cursor"), limit)
                .orElseThrow(() -> new Refused(
                        Refused.BAD_REQUEST, "parameter cursor is none; it must be next_cursor of the page before"));
        Answer.json(request, 200, body(page, now));
    }

    private Predicate<KnownSession> wanted(Query query, Caller caller, long now) {
        Optional<String> tenant = query.given("tenant").or(caller::tenant);
        tenant.ifPresent(name -> Access.requireTenant(caller, name));
        Optional<String> agent = query.given("agent");
        long since = query.since("since", now);
        return known -> known.changedAt() >= since
                && tenant.map(known.summary().tenantId()::equals).orElse(true)
                && agent.map(known.summary().agentId()::equals).orElse(true);
    }

    private int urgency(KnownSession known, long now) {
        return SessionHalt.of(known.subject(), halts, acks, now)
                .map(halt -> SessionOrder.urgency(halt.acknowledged()))
                .orElse(0);
    }

    private void requireSessions() {
        if (!sessions.isReadToEnd()) {
            throw new Refused(
                    Refused.UNAVAILABLE, "ripcord.sessions is not read to its end yet; ask again in a moment");
        }
    }

    private Map<String, Object> body(SessionList page, long now) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "sessions",
                page.sessions().stream()
                        .map(known -> ListedSession.of(
                                known,
                                SessionHalt.of(known.subject(), halts, acks, now)
                                        .orElse(null)))
                        .toList());
        body.put("total", page.total());
        page.next().ifPresent(cursor -> body.put("next_cursor", cursor));
        body.put("notices", sessions.gap().map(List::of).orElse(List.of()));
        return body;
    }
}
