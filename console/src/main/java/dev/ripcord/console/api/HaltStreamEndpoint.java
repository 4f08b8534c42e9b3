package dev.ripcord.console.api;

import dev.ripcord.console.access.Caller;
import dev.ripcord.console.access.Role;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.halts.HaltView;
import dev.ripcord.console.stream.HaltStreams;
import dev.ripcord.console.stream.Streams;
import io.javalin.http.Context;
import java.time.Duration;

/** {@code GET /v1/halts} as a stream of events. */
final class HaltStreamEndpoint {
    /** How long a client's place is waited for that another gateway has shown it already. */
    private static final Duration CATCHING_UP = Duration.ofSeconds(1);

    private final Readiness readiness;
    private final HaltBoard board;
    private final HaltStreams halts;
    private final Streams streams;

    HaltStreamEndpoint(Readiness readiness, HaltBoard board, HaltStreams halts, Streams streams) {
        this.readiness = readiness;
        this.board = board;
        this.halts = halts;
        this.streams = streams;
    }

    void answer(Context request) throws InterruptedException {
        Query query = Query.of(request, Subjects.PARAMETERS);
        HaltView view = view(request, query);
        Long lastSeen = lastSeen(request, query);
        query.refuseErrors();
        readiness.requireHalts();
        if (lastSeen != null && !board.awaitOffset(lastSeen, CATCHING_UP)) {
            // Behind because Kafka is gone, or because the topic was made again: one must not look like the other.
            readiness.requireKafka();
        }
        StreamResponse.begin(
                request, streams, client -> halts.follow(client, view, lastSeen, streams.guardFrame("ready")));
    }

    private static HaltView view(Context request, Query query) {
        if (!request.queryParamMap().isEmpty()) {
            return HaltView.OfSubject.of(Subjects.of(query, Access.caller(request)));
        }
        Caller caller = Access.require(
                request, Role::mayReadEverything, "follow everybody's halts; name one session: /v1/halts?session=ID");
        return caller.tenant().<HaltView>map(HaltView.OfTenant::new).orElseGet(HaltView.OfAll::new);
    }

    private static Long lastSeen(Context request, Query query) {
        String id = request.header("Last-Event-ID");
        if (id == null || id.isBlank()) {
            return null;
        }
        if (id.matches("\\d{1,18}")) {
            return Long.valueOf(id);
        }
        query.error("Last-Event-ID is no id of this stream; it must be the offset that its latest event had as id");
        return null;
    }
}
