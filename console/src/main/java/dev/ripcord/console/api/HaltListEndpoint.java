package dev.ripcord.console.api;

import dev.ripcord.console.access.Caller;
import dev.ripcord.console.access.Role;
import dev.ripcord.console.acks.AckBoard;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.halts.HaltView;
import dev.ripcord.console.halts.StoredRecord;
import dev.ripcord.time.WallClock;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code GET /v1/halts} as JSON: the halts in force, the latest first, and how far each got. */
final class HaltListEndpoint {
    private static final int MOST = 1_000;

    private final Readiness readiness;
    private final HaltBoard board;
    private final AckBoard acks;

    HaltListEndpoint(Readiness readiness, HaltBoard board, AckBoard acks) {
        this.readiness = readiness;
        this.board = board;
        this.acks = acks;
    }

    void answer(Context request) {
        Caller caller = Access.require(
                request, Role::mayReadEverything, "list halts; ask /v1/check?session=ID whether one is in force");
        Query query = Query.of(request, Set.of("tenant"));
        query.refuseErrors();
        String tenant = query.given("tenant").or(caller::tenant).orElse(null);
        if (tenant != null) {
            Access.requireTenant(caller, tenant);
        }
        readiness.requireHalts();
        HaltView view = tenant == null ? new HaltView.OfAll() : new HaltView.OfTenant(tenant);
        List<StoredRecord> halts = board.inForce(view, WallClock.SYSTEM.millis());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "halts",
                halts.stream()
                        .sorted(Comparator.comparingLong(StoredRecord::offset).reversed())
                        .limit(MOST)
                        .map(stored -> listed(stored, caller))
                        .toList());
        answer.put("total", halts.size());
        Answer.json(request, 200, answer);
    }

    private ListedHalt listed(StoredRecord stored, Caller caller) {
        ListedHalt all = ListedHalt.of(stored, acks);
        return caller.tenant().map(all::forTenant).orElse(all);
    }
}
