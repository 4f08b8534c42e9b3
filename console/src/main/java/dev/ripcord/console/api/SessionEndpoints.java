package dev.ripcord.console.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.console.access.Caller;
import dev.ripcord.console.access.Role;
import dev.ripcord.console.acks.AckBoard;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.history.OneEvent;
import dev.ripcord.console.history.SessionHistory;
import dev.ripcord.console.history.StateAt;
import dev.ripcord.console.history.TimelinePage;
import dev.ripcord.console.history.TimelineQuery;
import dev.ripcord.console.replay.reconstruct.SessionReport;
import dev.ripcord.halt.Subject;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.SessionKey;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code GET /v1/sessions/ID...}: one session's past, replayed from wherever its records lie. */
final class SessionEndpoints {
    private static final long MOST_STEPS = 1_000_000_000_000L;
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final Readiness readiness;
    private final SessionHistory history;
    private final ReplayAnswers replays;
    private final HaltBoard halts;
    private final AckBoard acks;

    SessionEndpoints(
            Readiness readiness, SessionHistory history, ReplayAnswers replays, HaltBoard halts, AckBoard acks) {
        this.readiness = readiness;
        this.history = history;
        this.replays = replays;
        this.halts = halts;
        this.acks = acks;
    }

    void report(Context request) throws Exception {
        Query query = Query.of(request, Set.of("tenant"));
        SessionKey session = session(request, query);
        readiness.requireHalts();
        SessionReport report = replays.of(request, session, () -> history.report(session));
        ObjectNode tree = Json.MAPPER.valueToTree(report);
        tree.remove("remarks");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("session", tree);
        halt(report).ifPresent(halt -> body.put("halt", halt));
        body.put("notices", Notices.of(report.remarks()));
        Answer.json(request, 200, body);
    }

    /** A halt of any agent that acts in it is one of the session's. */
    private Optional<SessionHalt> halt(SessionReport report) {
        long now = WallClock.SYSTEM.millis();
        return report.agents().stream()
                .map(agent -> new Subject(
                        report.tenantId(),
                        report.sessionId(),
                        report.rootSessionId(),
                        report.parentSessionId(),
                        agent.agent()))
                .flatMap(subject -> SessionHalt.of(subject, halts, acks, now).stream())
                .findFirst();
    }

    void timeline(Context request) throws Exception {
        Query query = Query.of(request, Set.of("tenant", "from", "limit", "payload", "facts"));
        TimelineQuery wanted = new TimelineQuery(
                query.number("from", 1, MOST_STEPS, 1),
                (int) query.number("limit", 1, MOST, USUAL),
                query.flag("payload"),
                query.flag("facts"));
        SessionKey session = session(request, query);
        TimelinePage page = replays.of(request, session, () -> history.timeline(session, wanted));
        String next = page.next().isPresent() ? ",\"next\":" + page.next().getAsLong() : "";
        Answer.text(
                request,
                200,
                "{\"entries\":[" + String.join(",", page.entries()) + "]" + next + ",\"notices\":"
                        + Json.text(Notices.of(page.remarks())) + "}");
    }

    void event(Context request) throws Exception {
        Query query = Query.of(request, Set.of("tenant"));
        String step = request.pathParam("step");
        if (!step.matches("[1-9][0-9]{0,11}")) {
            query.error("the step is '" + step + "'; it must be a whole number from 1 on");
        }
        SessionKey session = session(request, query);
        OneEvent event = replays.of(request, session, () -> history.event(session, Long.parseLong(step)));
        String entry = event.entry()
                .orElseThrow(() -> new Refused(
                        Refused.NOT_FOUND,
                        List.of("session '" + session.session() + "' has no step " + step + "; it has "
                                + event.steps())));
        Answer.text(
                request, 200, "{\"entry\":" + entry + ",\"notices\":" + Json.text(Notices.of(event.remarks())) + "}");
    }

    void state(Context request) throws Exception {
        Query query = Query.of(request, Set.of("tenant", "at"));
        long at = query.number("at", 1, MOST_STEPS, MOST_STEPS);
        SessionKey session = session(request, query);
        StateAt state = replays.of(request, session, () -> history.state(session, at));
        Answer.json(
                request,
                200,
                new StateAt(
                        state.step(), state.reportedAt(), state.hash(), state.state(), Notices.of(state.notices())));
    }

    /** @throws Refused where anything is wrong with the query, or the session is another tenant's */
    private static SessionKey session(Context request, Query query) {
        Caller caller = Access.require(request, Role::mayReadEverything, "replay sessions");
        String id = request.pathParam("id");
        if (id.length() > Query.MOST_CHARACTERS) {
            query.error("the session's id has " + id.length() + " characters; the most is " + Query.MOST_CHARACTERS);
        }
        query.refuseErrors();
        String tenant = query.given("tenant").orElse(SessionKey.DEFAULT_TENANT);
        Access.requireTenant(caller, tenant);
        return new SessionKey(tenant, id);
    }
}
