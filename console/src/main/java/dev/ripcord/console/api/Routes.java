package dev.ripcord.console.api;

import dev.ripcord.console.acks.AckBoard;
import dev.ripcord.console.guard.GuardWatch;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.history.Replays;
import dev.ripcord.console.history.SessionHistory;
import dev.ripcord.console.operate.OperatorDesk;
import dev.ripcord.console.sessions.SessionBoard;
import dev.ripcord.console.signals.SignalBoard;
import dev.ripcord.console.stops.StopBoard;
import dev.ripcord.console.stream.HaltStreams;
import dev.ripcord.console.stream.Streams;
import dev.ripcord.console.topic.KafkaWatch;
import dev.ripcord.console.topic.RecordWriter;
import dev.ripcord.console.topic.TopicEnd;
import dev.ripcord.console.topic.TopicFollower;
import dev.ripcord.console.webhook.WebhookState;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** All that the gateway answers. */
public final class Routes {
    private static final String EVENT_STREAM = "text/event-stream";

    private Routes() {}

    /**
     * What the routes answer from.
     *
     * @param deskIsBelieved whether readers believe what operators write here
     * @param followers all that read a topic, by what they read for
     * @param webhooks how they fare; empty where there are none
     */
    public record Sources(
            KafkaWatch kafka,
            HaltBoard halts,
            AckBoard acks,
            SignalBoard signals,
            SessionBoard sessions,
            StopBoard stops,
            SessionHistory history,
            Replays replays,
            GuardWatch guard,
            OperatorDesk desk,
            boolean deskIsBelieved,
            RecordWriter writer,
            Streams streams,
            HaltStreams haltStreams,
            TopicEnd haltsEnd,
            TopicFollower haltsFollower,
            Map<String, TopicFollower> followers,
            Supplier<Optional<WebhookState>> webhooks) {}

    public static List<Route> of(Sources from) {
        Readiness readiness = new Readiness(from.kafka(), from.halts(), from.guard(), from.haltsFollower()::failure);
        CheckCounts checks = new CheckCounts();
        var catchingUp = new CatchingUp(from.halts(), from.haltsEnd()::next);
        var acks = new AckEndpoint(readiness, from.halts(), catchingUp, from.writer());
        var operators = new OperatorEndpoints(readiness, from.halts(), from.desk(), from.deskIsBelieved());
        List<Route> routes = new ArrayList<>(past(readiness, from));
        routes.addAll(List.of(
                Route.get("/health", new HealthEndpoint(readiness, from.halts(), from.webhooks())::answer),
                Route.get("/metrics", new MetricsEndpoint(readiness, checks, from)::answer),
                Route.get("/openapi.json", new OpenApi()::answer),
                Route.get("/v1/check", new CheckEndpoint(readiness, from.halts(), from.guard(), checks)::answer),
                Route.get("/v1/halts", halts(readiness, catchingUp, from)),
                Route.get("/v1/signals", new SignalStreamEndpoint(from.signals(), from.streams())::answer),
                Route.post("/v1/halts", operators::halt),
                Route.post("/v1/releases", operators::release),
                Route.post("/v1/mutes", operators::mute),
                Route.post("/v1/acks", acks::answer),
                Route.post("/v1/events", new EventsEndpoint(readiness, from.writer())::answer)));
        return routes;
    }

    /** What is told of sessions that are going on or are over. */
    private static List<Route> past(Readiness readiness, Sources from) {
        var list = new SessionListEndpoint(readiness, from.sessions(), from.halts(), from.acks());
        var replays = new ReplayAnswers(from.replays(), from.sessions());
        var session = new SessionEndpoints(readiness, from.history(), replays, from.halts(), from.acks());
        return List.of(
                Route.get("/v1/sessions", list::answer),
                Route.get("/v1/sessions/{id}", session::report),
                Route.get("/v1/sessions/{id}/timeline", session::timeline),
                Route.get("/v1/sessions/{id}/events/{step}", session::event),
                Route.get("/v1/sessions/{id}/state", session::state),
                Route.get("/v1/halts/grouped", new GroupedHaltsEndpoint(from.stops())::answer));
    }

    /** The page that shows it to people. */
    public static List<Route> pages() {
        return Pages.routes();
    }

    private static Handler halts(Readiness readiness, CatchingUp catchingUp, Sources from) {
        var stream = new HaltStreamEndpoint(readiness, catchingUp, from.haltStreams(), from.streams());
        var list = new HaltListEndpoint(readiness, from.halts(), from.acks());
        return request -> {
            if (follows(request)) {
                stream.answer(request);
            } else {
                list.answer(request);
            }
        };
    }

    private static boolean follows(Context request) {
        String accepted = request.header("Accept");
        return accepted != null && accepted.contains(EVENT_STREAM);
    }
}
