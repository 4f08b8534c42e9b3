package dev.ripcord.console.api;

import dev.ripcord.console.access.Caller;
import dev.ripcord.console.access.Role;
import dev.ripcord.console.halts.HaltView;
import dev.ripcord.console.stream.HaltStreams;
import dev.ripcord.console.stream.Streams;
import io.javalin.http.Context;

/** {@code GET /v1/halts} as a stream of events. */
final class HaltStreamEndpoint {
    private final Readiness readiness;
    private final CatchingUp catchingUp;
    private final HaltStreams halts;
    private final Streams streams;

    HaltStreamEndpoint(Readiness readiness, CatchingUp catchingUp, HaltStreams halts, Streams streams) {
        this.readiness = readiness;
        this.catchingUp = catchingUp;
        this.halts = halts;
        this.streams = streams;
    }

    void answer(Context request) throws InterruptedException {
        Query query = Query.of(request, Subjects.PARAMETERS);
        HaltView view = view(request, query);
        Long lastSeen = lastSeen(request, query);
        query.refuseErrors();
        readiness.requireHalts();
        if (lastSeen != null) {
            catchingUp.to(lastSeen);
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
