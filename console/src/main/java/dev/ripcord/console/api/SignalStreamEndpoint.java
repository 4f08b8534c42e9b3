package dev.ripcord.console.api;

import dev.ripcord.console.access.Caller;
import dev.ripcord.console.access.Role;
import dev.ripcord.console.signals.SignalBoard;
import dev.ripcord.console.signals.SignalBoard.From;
import dev.ripcord.console.signals.SignalPlace;
import dev.ripcord.console.stream.Streams;
import dev.ripcord.time.Durations;
import dev.ripcord.time.WallClock;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** {@code GET /v1/signals}: signals as a stream of events. */
final class SignalStreamEndpoint {
    private final SignalBoard board;
    private final Streams streams;

    SignalStreamEndpoint(SignalBoard board, Streams streams) {
        this.board = board;
        this.streams = streams;
    }

    void answer(Context request) {
        Caller caller = Access.require(request, Role::mayReadEverything, "follow signals");
        Query query = Query.of(request, Set.of("since"));
        From from = from(request, query);
        query.refuseErrors();
        if (!board.isReadToEnd()) {
            throw new Refused(Refused.UNAVAILABLE, "ripcord.signals is not read to its end yet; ask again in a moment");
        }
        StreamResponse.begin(
                request, streams, client -> board.follow(client, from, caller.tenant(), streams.guardFrame("ready")));
    }

    private static From from(Context request, Query query) {
        String id = request.header("Last-Event-ID");
        if (id != null && !id.isBlank()) {
            return SignalPlace.parse(id).<From>map(From.After::new).orElseGet(() -> {
                query.error("Last-Event-ID is no id of this stream; it must be PARTITION:OFFSET,... as its latest"
                        + " event had it");
                return new From.Now();
            });
        }
        return query.given("since").map(text -> since(text, query)).orElseGet(From.Now::new);
    }

    private static From since(String text, Query query) {
        Optional<Duration> duration = Durations.parse(text);
        if (duration.isEmpty()) {
            query.error("since is '" + text + "'; it must be a duration, such as 10m");
        }
        return new From.Time(
                WallClock.SYSTEM.millis() - duration.orElse(Duration.ZERO).toMillis());
    }
}
