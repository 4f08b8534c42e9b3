package dev.ripcord.console.api;

import dev.ripcord.console.access.Caller;
import dev.ripcord.console.access.Role;
import dev.ripcord.console.stops.Stop;
import dev.ripcord.console.stops.StopBoard;
import dev.ripcord.console.stops.StopGroup;
import dev.ripcord.console.stops.StopGrouping;
import dev.ripcord.time.WallClock;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code GET /v1/halts/grouped}: what the guard stopped, over sessions: some failures show in many of them only. */
final class GroupedHaltsEndpoint {
    private static final int MOST = 200;

    private final StopBoard stops;

    GroupedHaltsEndpoint(StopBoard stops) {
        this.stops = stops;
    }

    void answer(Context request) {
        Caller caller = Access.require(request, Role::mayReadEverything, "read halts");
        Query query = Query.of(request, Set.of("by", "since", "tenant"));
        Optional<String> tenant = query.given("tenant").or(caller::tenant);
        tenant.ifPresent(name -> Access.requireTenant(caller, name));
        StopGrouping by = query.choice("by", StopGrouping::of, StopGrouping.PATTERN, "tool, pattern, agent, hour");
        long since = query.since("since", WallClock.SYSTEM.millis());
        query.refuseErrors();
        if (!stops.isReadToEnd()) {
            throw new Refused(Refused.UNAVAILABLE, "ripcord.signals is not read to its end yet; ask again in a moment");
        }
        List<Stop> found = stops.where(stop -> stop.time() >= since
                && tenant.map(stop.session().tenant()::equals).orElse(true));
        Answer.json(request, 200, body(by, found));
    }

    private Map<String, Object> body(StopGrouping by, List<Stop> found) {
        List<StopGroup> groups = StopGroup.of(found, by);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("by", by.word());
        body.put("groups", groups.stream().limit(MOST).toList());
        body.put("more_groups", Math.max(0, groups.size() - MOST));
        body.put("total", found.size());
        body.put("notices", stops.gap().map(List::of).orElse(List.of()));
        return body;
    }
}
