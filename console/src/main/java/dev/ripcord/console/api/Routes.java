package dev.ripcord.console.api;

import dev.ripcord.console.guard.GuardWatch;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.operate.OperatorDesk;
import dev.ripcord.console.stream.HaltStreams;
import dev.ripcord.console.stream.Streams;
import dev.ripcord.console.topic.KafkaWatch;
import dev.ripcord.console.topic.RecordWriter;
import io.javalin.http.Handler;
import java.util.List;

/** All that the gateway answers. */
public final class Routes {
    private static final String EVENT_STREAM = "text/event-stream";

    private Routes() {}

    /** What the routes answer from. */
    public record Sources(
            KafkaWatch kafka,
            HaltBoard board,
            GuardWatch guard,
            OperatorDesk desk,
            boolean deskIsBelieved,
            RecordWriter writer,
            Streams streams,
            HaltStreams halts) {}

    public static List<Route> of(Sources from) {
        Readiness readiness = new Readiness(from.kafka(), from.board(), from.guard());
        CheckEndpoint check = new CheckEndpoint(readiness, from.board(), from.guard());
        HaltStreamEndpoint stream = new HaltStreamEndpoint(readiness, from.board(), from.halts(), from.streams());
        OperatorEndpoints operators =
                new OperatorEndpoints(readiness, from.board(), from.desk(), from.deskIsBelieved());
        AckEndpoint acks = new AckEndpoint(from.writer());
        return List.of(
                Route.get("/health", readiness::health),
                Route.get("/v1/check", check::answer),
                Route.get("/v1/halts", stream::answer),
                Route.post("/v1/halts", operators::halt),
                Route.post("/v1/releases", operators::release),
                Route.post("/v1/mutes", operators::mute),
                Route.post("/v1/acks", acks::answer));
    }
}
